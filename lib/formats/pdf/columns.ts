import { type Gutter, gutterOf } from './gutter'
import type { Item } from './page-items'
import type { Row } from './rows'

/** Lines of a page in reading order that have a left edge in common. Columns are counted from 0. */
export type Column = { lines: Row[]; column: number; edge: number }

const mostHalvings = 2

/**
 * Returns the lines of a page in reading order: down each column, and across the page where a line goes across. Adds the
 * gutter of the page to those that are known.
 */
export function columnsOf(rows: readonly Row[], known: Gutter[], halvings = 0): Column[] {
  const edge = edgeOf(rows)
  const gutter = halvings < mostHalvings ? gutterOf(rows, edge, known) : undefined
  if (!gutter) return [{ lines: [...rows], column: 0, edge }]
  if (halvings === 0) remember(known, gutter)

  const columns: Column[] = []
  let next = 0
  for (const { from, to } of gutter.bands) {
    if (from > next) columns.push({ lines: rows.slice(next, from), column: 0, edge })
    const left = columnsOf(
      sideOf(rows.slice(from, to), (item) => item.x < gutter.at),
      [],
      halvings + 1,
    )
    const right = columnsOf(
      sideOf(rows.slice(from, to), (item) => item.x >= gutter.at),
      [],
      halvings + 1,
    )
    const shift = Math.max(...left.map(({ column }) => column)) + 1
    columns.push(...left, ...right.map((one) => ({ ...one, column: one.column + shift })))
    next = to
  }
  if (next < rows.length) columns.push({ lines: rows.slice(next), column: 0, edge })
  return columns
}

/** The latest gutters of a document that are remembered. */
const mostKnown = 4

function remember(known: Gutter[], gutter: Gutter) {
  const alike = known.findIndex(({ at }) => Math.abs(at - gutter.at) < sameGutter)
  if (alike !== -1) known.splice(alike, 1)
  known.unshift(gutter)
  known.length = Math.min(known.length, mostKnown)
}

/** Gutters that differ less are the same, in points. */
const sameGutter = 6

const edgeOf = (rows: readonly Row[]) => Math.min(...rows.flatMap(({ items }) => items.map(({ x }) => x)))

/** Returns the size of the longest text. */
const sizeOf = (items: readonly Item[]) =>
  items.reduce((most, { text, size }) => (text.length > most.length ? { length: text.length, size } : most), {
    length: 0,
    size: 0,
  }).size

/** Returns the part of each row that belongs to a column. */
const sideOf = (rows: readonly Row[], belongs: (item: Item) => boolean): Row[] =>
  rows.flatMap((row) => {
    const items = row.items.filter(belongs)
    return items.length > 0 ? [{ ...row, items, size: sizeOf(items) }] : []
  })
