import { RefusedFile } from '../file-refusals'
import { readXml, type Tag } from '../package/xml'
import type { Archive } from '../package/zip'
import { sheetLimits } from '../sheet/sheet-limits'
import type { WriteRow } from '../sheet/write-row'
import { cellReader, type Shared } from './cell-reader'
import { mergedCells } from './merged-cells'

/** The number of rows that a worksheet can have, also blank ones. */
const mostRows = 1_048_576

/** Reads the rows of a worksheet one after another. Throws `RefusedFile` if it is none. */
export function readRows(archive: Archive, part: string, shared: Shared, write: WriteRow) {
  const fill = mergedCells(archive, part)
  const cell = cellReader(shared)
  let share = 0
  let row = 0
  let cells: string[] = []
  let inRow = false
  readXml(archive, part, {
    open(tag) {
      if (tag.name === 'row') {
        row = nextRow(tag, row)
        cells = []
        inRow = true
        cell.beginRow()
      } else if (inRow) cell.open(tag)
    },
    text(text) {
      if (inRow) cell.text(text)
    },
    close(name) {
      if (!inRow) return
      if (name === 'row') {
        fill(row, cells)
        if (cells.length > 0) write(row, cells, share)
        inRow = false
        return
      }
      const found = cell.close(name)
      if (!found || found.value === '') return
      if (found.column >= sheetLimits.columns)
        throw new RefusedFile('sheet_columns_many', { maximum: sheetLimits.columns })
      while (cells.length < found.column) cells.push('')
      cells[found.column] = found.value
    },
    progress(now) {
      share = now
    },
  })
}

/** Returns the number of a row, which goes up by one where a row does not name it. */
function nextRow({ value }: Tag, last: number): number {
  const named = value('r')
  const row = named === undefined ? last + 1 : Number(named)
  if (!Number.isInteger(row) || row <= last) throw new RefusedFile('file_unreadable')
  if (row > mostRows) throw new RefusedFile('sheet_rows_many', { maximum: sheetLimits.rows })
  return row
}
