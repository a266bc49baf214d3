import { z } from 'zod'
import { messages, t } from '@/lib/platform/i18n'
import { pageAddress } from './page-address'

/** The parts of a spreadsheet's page that its URL chooses. */
const State = z.object({
  /** The row after which the list of errors continues. */
  after: z.coerce.number().int().min(1).max(10_000_000).optional().catch(undefined),
  done: z.string().optional().catch(undefined),
})

export type SheetPageState = z.infer<typeof State>

/** Reads the state of the page from its URL. Leaves out values that are not valid. */
export const readSheetState = (search: unknown): SheetPageState => State.parse(search)

/** Returns the URL of a spreadsheet's page with this state. */
export const sheetAddress = (id: string, state: SheetPageState = {}): string => pageAddress(`/sheets/${id}`, state)

/** Returns the URL of a spreadsheet's rejected rows as CSV. */
export const rejectedRowsAddress = (id: string) => `/sheets/${id}/rejected.csv`

type Told = keyof typeof messages.sheets.told

const isTold = (text: string): text is Told => Object.hasOwn(messages.sheets.told, text)

/** Returns the sentence for what a form has just done, or undefined for an unknown name. */
export const sheetDoneInWords = (done = '') => (isTold(done) ? t(`sheets.told.${done}`) : undefined)
