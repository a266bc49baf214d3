import type { Item } from './page-items'
import type { Row } from './rows'

/** Lines of a page in reading order that have a left edge in common. Columns are counted from 0. */
export type Column = { lines: Row[]; column: number; edge: number }

const fewest = 4
const step = 2
const narrowest = 0.8
const fewestEms = 12
const sameEdge = 2
const mostHalvings = 2

/** Returns the lines of a page in reading order: down each column, and across the page where a line goes across. */
export function columnsOf(rows: readonly Row[], halvings = 0): Column[] {
  const edge = edgeOf(rows)
  const gutter = halvings < mostHalvings ? gutterOf(rows, edge) : undefined
  if (!gutter) return [{ lines: [...rows], column: 0, edge }]

  const columns: Column[] = []
  let next = 0
  for (const { from, to } of gutter.bands) {
    if (from > next) columns.push({ lines: rows.slice(next, from), column: 0, edge })
    const left = columnsOf(
      sideOf(rows.slice(from, to), (item) => item.x < gutter.at),
      halvings + 1,
    )
    const right = columnsOf(
      sideOf(rows.slice(from, to), (item) => item.x >= gutter.at),
      halvings + 1,
    )
    const shift = Math.max(...left.map(({ column }) => column)) + 1
    columns.push(...left, ...right.map((one) => ({ ...one, column: one.column + shift })))
    next = to
  }
  if (next < rows.length) columns.push({ lines: rows.slice(next), column: 0, edge })
  return columns
}

const edgeOf = (rows: readonly Row[]) => Math.min(...rows.flatMap(({ items }) => items.map(({ x }) => x)))

/** Returns the part of each row that belongs to a column. */
const sideOf = (rows: readonly Row[], belongs: (item: Item) => boolean): Row[] =>
  rows.flatMap((row) => {
    const items = row.items.filter(belongs)
    return items.length > 0 ? [{ ...row, items }] : []
  })

/** Rows that follow each other without going across a gutter, and how many of them are on each side. */
type Band = { from: number; to: number; left: number; right: number; filled: [number, number]; starts: number[] }

/**
 * Returns where the gutter between two columns is, and where the rows are that have it. Both columns have several lines
 * that fill most of their width, which labels and the cells of most tables do not.
 */
function gutterOf(rows: readonly Row[], edge: number): { at: number; bands: Band[] } | undefined {
  if (rows.length < fewest) return undefined
  const end = Math.max(...rows.flatMap(({ items }) => items.map((item) => item.end)))
  const apart = rows.map((_, place) => standsApart(rows, place))
  const least = Math.max((end - edge) * 0.25, fewestEms * usualSize(rows))
  let found: Gutter | undefined
  let best: Gutter | undefined
  for (let at = edge + least; at < end - least; at += step) {
    const bands = bandsAt(rows, apart, at).filter((band) => isColumns(band, at - edge, end - at))
    const score = bands.reduce((sum, { left, right }) => sum + Math.min(left, right), 0)
    if (found?.score === score) found.to = at
    else found = { from: at, to: at, score, bands }
    if (score > 0 && isBetter(found, best)) best = found
  }
  return best && { at: (best.from + best.to) / 2, bands: best.bands }
}

/** The places that divide a page equally well. */
type Gutter = { from: number; to: number; score: number; bands: Band[] }

/** Of gutters that divide as many lines, the wider one is between the columns. */
const isBetter = (one: Gutter, other: Gutter | undefined) =>
  other === undefined ||
  one.score > other.score ||
  (one.score === other.score && one.to - one.from > other.to - other.from)

const isColumns = ({ left, right, filled: [before, after], starts }: Band, widthBefore: number, widthAfter: number) =>
  left >= fewest &&
  right >= fewest &&
  before > left * widthBefore * 0.5 &&
  after > right * widthAfter * 0.5 &&
  aligned(starts) >= 0.5

/** Returns the size of most rows. */
const usualSize = (rows: readonly Row[]) =>
  rows.map(({ size }) => size).sort((one, other) => one - other)[Math.floor(rows.length / 2)] ?? 0

/**
 * Returns the share of lines that begin at one of two places: that of labels and that of the text after them. Words that
 * are far apart in a line begin anywhere.
 */
function aligned(starts: readonly number[]) {
  const sorted = [...starts].sort((one, other) => one - other)
  const most = mostAlike(sorted)
  const rest = [...sorted.slice(0, most.from), ...sorted.slice(most.from + most.count)]
  return (most.count + mostAlike(rest).count * second) / starts.length
}

/** A second place counts less, because any two lines begin at two places. */
const second = 0.6

function mostAlike(sorted: readonly number[]) {
  let most = { from: 0, count: 0 }
  let first = 0
  for (const [place, start] of sorted.entries()) {
    while (start - (sorted[first] ?? start) > sameEdge) first++
    if (place - first + 1 > most.count) most = { from: first, count: place - first + 1 }
  }
  return most
}

/** Divides rows into those that go across a place and the bands between them. */
function bandsAt(rows: readonly Row[], apart: readonly boolean[], at: number): Band[] {
  const bands: Band[] = []
  let band: Band | undefined
  for (const [place, row] of rows.entries()) {
    const sides = apart[place] ? undefined : sidesAt(row, at)
    if (!sides) {
      band = undefined
      continue
    }
    if (!band) {
      band = { from: place, to: place, left: 0, right: 0, filled: [0, 0], starts: [] }
      bands.push(band)
    }
    band.to = place + 1
    band.left += sides.before > 0 ? 1 : 0
    band.right += sides.after > 0 ? 1 : 0
    band.filled[0] += sides.before
    band.filled[1] += sides.after
    if (sides.after > 0) band.starts.push(sides.start)
  }
  return bands
}

/** Returns how much of a row is before a place and after it, or undefined if the row goes across it. */
function sidesAt({ items, size }: Row, at: number) {
  let [before, after] = [0, 0]
  let [end, start] = [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY]
  let [first, last] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]
  for (const item of items) {
    if (item.x < at && item.end > at) return undefined
    if (item.x < at) {
      end = Math.max(end, item.end)
      first = Math.min(first, item.x)
      before = end - first
    } else {
      start = Math.min(start, item.x)
      last = Math.max(last, item.end)
      after = last - start
    }
  }
  return start - end < narrowest * size ? undefined : { before, after, start }
}

/** Returns whether a row at the top or the foot of a page is apart from the rest, as page numbers are. */
function standsApart(rows: readonly Row[], place: number) {
  const row = rows[place]
  const other = place === 0 ? rows[1] : place === rows.length - 1 ? rows[place - 1] : undefined
  return row !== undefined && other !== undefined && Math.abs(row.y - other.y) > 1.8 * Math.max(row.size, other.size)
}
