import type { Row } from './rows'

const fewest = 4
const step = 2
const narrowest = 0.8
const fewestEms = 12
const sameEdge = 2

/** Rows that follow each other without going across a gutter, and how many of them are on each side. */
type Band = { from: number; to: number; left: number; right: number; filled: [number, number]; starts: number[] }

/** A place between two columns, the rows that have it, and where the lines of the right column begin. */
export type Gutter = { at: number; bands: Band[]; starts: number[] }

/** The places that divide a page equally well, and how many lines they divide. */
type Found = { from: number; to: number; score: number; rows: number; bands: Band[] }

/**
 * Returns where the gutter between two columns is, and where the rows are that have it. Both columns have several lines
 * that fill most of their width, which labels and the cells of most tables do not. Where a gutter is known, from other
 * rows or other pages, fewer lines are enough.
 */
export function gutterOf(rows: readonly Row[], edge: number, known: readonly Gutter[]): Gutter | undefined {
  const apart = rows.map((_, place) => standsApart(rows, place))
  const found = bestGutter(rows, apart, edge)
  for (const gutter of found ? [found, ...known] : known) {
    const bands = bandsAt(rows, apart, gutter.at).filter(
      (band) => found?.bands.some(({ from }) => from === band.from) || goesOn(band, gutter),
    )
    if (bands.length > 0) return { ...gutter, bands }
  }
  return undefined
}

/** Returns whether a few lines stand in the columns that a gutter divides: all on the right begin where its lines do. */
const goesOn = ({ left, right, starts }: Band, gutter: Gutter) =>
  left > 0 && right > 0 && starts.every((start) => gutter.starts.some((known) => Math.abs(start - known) <= sameEdge))

function bestGutter(rows: readonly Row[], apart: readonly boolean[], edge: number): Gutter | undefined {
  if (rows.length < fewest) return undefined
  const end = Math.max(...rows.flatMap(({ items }) => items.map((item) => item.end)))
  const least = Math.max((end - edge) * 0.25, fewestEms * usualSize(rows))
  const found: Found[] = []
  for (let at = edge + least; at < end - least; at += step) {
    const bands = bandsAt(rows, apart, at).filter((band) => isColumns(band, at - edge, end - at))
    const score = bands.reduce((sum, { left, right }) => sum + Math.min(left, right), 0)
    const divided = bands.reduce((sum, { from, to }) => sum + to - from, 0)
    const last = found.at(-1)
    if (last?.score === score && last.rows === divided) last.to = at
    else found.push({ from: at, to: at, score, rows: divided, bands })
  }
  const best = bestOf(found)
  return best && { at: (best.from + best.to) / 2, bands: best.bands, starts: startsIn(best.bands) }
}

/** The labels of a column are as far from its text as from the other column, and seem to be lines of that one. */
const alike = 0.8

/** Of gutters that divide about as many lines, the one that fewest lines go across is between the columns, or else the widest. */
function bestOf(found: readonly Found[]): Found | undefined {
  const most = found.reduce((score, one) => Math.max(score, one.score), 0)
  const [best] = found
    .filter(({ score }) => score > 0 && score >= alike * most)
    .sort((one, other) => other.rows - one.rows || other.to - other.from - (one.to - one.from))
  return best
}

/** Returns the places, in whole points, at which several lines of the right column begin. */
function startsIn(bands: readonly Band[]): number[] {
  const counts = new Map<number, number>()
  for (const start of bands.flatMap(({ starts }) => starts.map(Math.round)))
    counts.set(start, (counts.get(start) ?? 0) + 1)
  return [...counts].flatMap(([start, count]) => (count > 1 ? [start] : []))
}

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
