import { type Archive, unpack } from '../package/zip'
import { columnOf } from './column-of'

/** A column whose cells from one row to another are one cell. Columns are counted from 0. */
type Merged = { column: number; last: number }

const merged = /<(?:[\w.-]+:)?mergeCell\s[^<>]*?ref=["']([A-Z]{1,3})(\d{1,7}):[A-Z]{1,3}(\d{1,7})["']/g

/** A tag of a merged cell is shorter. */
const longestTag = 300

/**
 * Finds the cells that extend over several rows, by their first row. Worksheets name them after the rows, so this looks
 * through the text of a worksheet before its rows are read.
 */
function findMerged(archive: Archive, part: string): ReadonlyMap<number, Merged[]> {
  const found = new Map<number, Merged[]>()
  const { left } = archive
  let rest = ''
  unpack(archive, part, (bytes) => {
    const text = rest + Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('latin1')
    for (const [, column = '', first, last] of text.matchAll(merged)) {
      if (Number(last) <= Number(first)) continue
      const all = found.get(Number(first)) ?? []
      all.push({ column: columnOf(column), last: Number(last) })
      found.set(Number(first), all)
    }
    const begun = text.slice(-longestTag)
    rest = begun.slice(Math.max(begun.lastIndexOf('<'), 0))
  })
  // What is read twice counts once.
  archive.left = left
  return found
}

/** Returns a function that gives each row the cells that began above it. Rows come in their order. */
export function mergedCells(archive: Archive, part: string) {
  const found = findMerged(archive, part)
  let going: (Merged & { value: string })[] = []
  return function fill(row: number, cells: string[]) {
    going = going.filter(({ last }) => last >= row)
    for (const { column, value } of going) {
      while (cells.length < column) cells.push('')
      cells[column] ||= value
    }
    for (const one of found.get(row) ?? []) {
      const value = cells[one.column] ?? ''
      if (value !== '') going.push({ ...one, value })
    }
  }
}
