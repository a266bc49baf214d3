import { DocumentDetails } from '@/lib/documents/details'
import { typedFields } from '@/lib/documents/typed-details'
import { nameText, shortened } from '@/lib/platform/text'
import type { Reading } from './reading'

/** Returns the details of a document that its file states, and others that stand in its text. */
export function foundDetails(name: string, reading: Reading) {
  const { language, date, inText = {} } = reading
  return { ...keepable(inText), ...keepable({ title: titleOf(name, reading), language, date }) }
}

/** Returns the details that a document can have. */
const keepable = (details: NonNullable<Reading['inText']>) =>
  Object.fromEntries(
    typedFields.flatMap((field) => {
      const value = field === 'code' || field === 'place' ? undefined : details[field]
      return value !== undefined && DocumentDetails.shape[field].safeParse(value).success ? [[field, value]] : []
    }),
  )

/** The largest length of a title that a text gives itself, in characters. */
const longestTitle = 150

/** Returns the title that a file states or its text has, or else its name, or else the first heading or line of a text. */
function titleOf(name: string, { title, inText, paragraphs: [first] }: Reading) {
  const own = title || inText?.title || name.replace(/\.\w{1,5}$/, '')
  const found = own || first?.heading || first?.text.trim().split('\n')[0] || ''
  return nameText('title_missing', longestTitle).safeParse(shortened(found, longestTitle - 1)).data
}
