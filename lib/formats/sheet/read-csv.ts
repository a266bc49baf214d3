import { CsvError, parse } from 'csv-parse'
import { decodeText } from '../decode-text'
import { RefusedFile } from '../file-refusals'
import { separatorOf } from './separator'
import { sheetLimits } from './sheet-limits'
import type { WriteRow } from './write-row'

/** The number of characters that are parsed at a time. */
const step = 256 * 1024

/** Reads the rows of a CSV file, also the blank ones. Throws `RefusedFile` if it is none. */
export async function readCsv(content: Buffer, write: WriteRow) {
  const text = decodeText(content)
  let read = 0
  let row = 0
  const parser = parse({
    delimiter: separatorOf(text),
    bom: true,
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: false,
    max_record_size: sheetLimits.cell * sheetLimits.columns,
  })
  const done = new Promise<void>((resolve, reject) => {
    parser.on('readable', () => {
      for (let cells = parser.read(); cells !== null; cells = parser.read()) write(++row, cells, read / text.length)
    })
    parser.on('end', resolve).on('error', reject)
  })
  const fed = feed()
  try {
    await Promise.all([done, fed])
  } catch (error) {
    if (error instanceof CsvError) throw new RefusedFile('sheet_unreadable', { row: Number(error.records ?? 0) + 1 })
    throw error
  }

  async function feed() {
    for (; read < text.length; read += step) {
      if (!parser.write(text.slice(read, read + step))) await new Promise((resolve) => parser.once('drain', resolve))
    }
    parser.end()
  }
}
