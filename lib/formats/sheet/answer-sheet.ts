import { RefusedFile } from '../file-refusals'
import { readXlsx } from '../xlsx/read-xlsx'
import { readCsv } from './read-csv'
import { sheetFormatOf } from './sheet-format'
import { sheetLimits } from './sheet-limits'
import type { SheetMessage, SheetRow } from './sheet-messages'
import type { WriteRow } from './write-row'

/** The most characters and rows in one message, roughly, so that no message takes the other side long. */
const inMessage = { characters: 100_000, rows: 500 }

/**
 * Reads a spreadsheet, and sends its rows without the blank ones. `worksheet` is the place of the one to read in a
 * workbook. Throws `RefusedFile` if it cannot be read.
 */
export async function answerSheet(
  content: Buffer,
  worksheet: number | undefined,
  send: (message: SheetMessage) => void,
) {
  if (content.length === 0) throw new RefusedFile('file_empty')
  const format = await sheetFormatOf(content)
  let rows: SheetRow[] = []
  let characters = 0
  let sent = 0
  const flush = (share: number) => {
    send({ rows, share: Math.min(share, 1), memory: process.memoryUsage.rss() })
    sent += rows.length
    rows = []
    characters = 0
  }
  const write: WriteRow = (row, written, share) => {
    const cells = checked(written, row)
    if (cells.length === 0) return false
    rows.push({ row, cells })
    characters += cells.reduce((sum, cell) => sum + cell.length, 0)
    if (sent + rows.length > sheetLimits.rows) throw new RefusedFile('sheet_rows_many', { maximum: sheetLimits.rows })
    if (characters >= inMessage.characters || rows.length >= inMessage.rows) flush(share)
    return true
  }
  const found = format === 'xlsx' ? readXlsx(content, write, worksheet) : await readCsv(content, write)
  flush(1)
  if (sent === 0) throw new RefusedFile('file_without_text')
  send({ format, ...found })
}

/** Returns the cells of a row without blank ones at its end. */
function checked(written: readonly string[], row: number): string[] {
  const cells = written.map((cell) => cell.replace(unkeepable, '\uFFFD').trim())
  while (cells.at(-1) === '') cells.pop()
  if (cells.length > sheetLimits.columns) throw new RefusedFile('sheet_columns_many', { maximum: sheetLimits.columns })
  const long = cells.findIndex((cell) => cell.length > sheetLimits.cell)
  if (long !== -1) throw new RefusedFile('sheet_cell_long', { row, column: long + 1, maximum: sheetLimits.cell })
  return cells
}

/** What PostgreSQL cannot store. */
const unkeepable = /[\0\p{Cs}]/gu
