import { RefusedFile } from '../file-refusals'
import type { FileDetails, Reader } from '../reader-output'
import type { Count } from './characters'
import { fontsOf } from './fonts'
import { withPdf } from './open-pdf'
import { itemsOf } from './page-items'
import { addLinesOf, blockOf, type Known, leadingOf, type PageLine } from './page-lines'

const mostPages = 2_000

/** Reads a PDF line by line, from what is printed where. */
export const readPdf: Reader = (content, { write, progress }) =>
  withPdf(content, async (pdf) => {
    const pages = pdf.numPages
    if (pages > mostPages) throw new RefusedFile('file_too_many_pages', { pages, maximum: mostPages })
    const count: Count = { visible: 0, letters: 0, fromTheRight: 0, meaningless: 0 }
    const fonts = fontsOf()
    const lines: PageLine[] = []
    const known: Known = { gutters: [] }
    for (let number = 1; number <= pages; number++) {
      const page = await pdf.getPage(number)
      const items = await itemsOf(page, fonts, count)
      addLinesOf(items, number, known, lines)
      page.cleanup()
      progress(number / pages)
    }
    refuseUnread(count)
    const leading = leadingOf(lines)
    for (const line of lines) write(blockOf(line, leading))
    return detailsOf((await pdf.getMetadata()).info)
  })

/** Refuses a document whose letters come in reverse, or whose fonts do not say which letters they show. */
function refuseUnread({ visible, letters, fromTheRight, meaningless }: Count) {
  if (fromTheRight > letters * 0.005) throw new RefusedFile('file_right_to_left')
  if (meaningless > visible * 0.05) throw new RefusedFile('file_without_unicode')
}

/** Programs put the name of their own file in the place of a title. */
const fileName = /^(?:microsoft word\s*-|untitled)|\.(?:docx?|pdf|indd|rtf|html?|odt)$/i

function detailsOf(info: object): FileDetails {
  const text = (name: string) => {
    const value: unknown = Object.getOwnPropertyDescriptor(info, name)?.value
    return typeof value === 'string' ? value.trim() : ''
  }
  const [title, language] = [text('Title'), text('Language')]
  return { ...(title && !fileName.test(title) && { title }), ...(language && { language }) }
}
