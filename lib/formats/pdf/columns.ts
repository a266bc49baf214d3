import { joinSegments, type Row, type Segment, segmentsOf } from './rows'

/** Lines of a page in reading order that have a left edge in common. Columns are counted from 0. */
export type Column = { lines: Segment[]; column: number; edge: number }

const fewest = 4
const step = 2

/** Returns the lines of a page in reading order: down each column, and across the page where a line goes across. */
export function columnsOf(rows: readonly Row[]): Column[] {
  const segments = rows.map(segmentsOf)
  const gutter = gutterOf(segments.flat())
  const edge = Math.min(...segments.flat().map(({ x }) => x))
  if (gutter === undefined) return [{ lines: segments.flatMap(joinSegments), column: 0, edge }]

  const columns: Column[] = []
  let sides: [Segment[], Segment[]] = [[], []]
  const endBand = () => {
    for (const [column, side] of sides.entries()) {
      if (side.length > 0)
        columns.push({ lines: joinSegments(side), column, edge: Math.min(...side.map(({ x }) => x)) })
    }
    sides = [[], []]
  }
  for (const [place, row] of segments.entries()) {
    if (row.some(({ x, end }) => x < gutter && end > gutter) || standsApart(rows, place)) {
      endBand()
      columns.push({ lines: joinSegments(row), column: 0, edge })
    } else for (const segment of row) sides[segment.x < gutter ? 0 : 1].push(segment)
  }
  endBand()
  return columns
}

/** Returns whether a row at the top or the foot of a page is apart from the rest, as page numbers are. */
function standsApart(rows: readonly Row[], place: number) {
  const row = rows[place]
  const other = place === 0 ? rows[1] : place === rows.length - 1 ? rows[place - 1] : undefined
  return row !== undefined && other !== undefined && Math.abs(row.y - other.y) > 2 * Math.max(row.size, other.size)
}

/**
 * Returns where the gutter between two columns is. Both columns have several lines that fill most of their width, which
 * labels and the cells of most tables do not, and few lines go across.
 */
function gutterOf(segments: readonly Segment[]): number | undefined {
  if (segments.length < 2 * fewest) return undefined
  const left = Math.min(...segments.map(({ x }) => x))
  const right = Math.max(...segments.map(({ end }) => end))
  let best: { at: number; score: number; width: number } | undefined
  for (let at = left + (right - left) * 0.25; at < right - (right - left) * 0.25; at += step) {
    const before = segments.filter(({ end }) => end <= at)
    const after = segments.filter(({ x }) => x >= at)
    const across = segments.length - before.length - after.length
    const score = Math.min(before.length, after.length) - across
    if (before.length < fewest || after.length < fewest || score <= 0) continue
    if (filled(before, at - left) < 0.5 || filled(after, right - at) < 0.5) continue
    if (!best || score > best.score) best = { at, score, width: step }
    else if (score === best.score && at - best.at - best.width < step) best.width += step
  }
  return best && best.at + best.width / 2
}

/** Returns how much of a width lines fill, on average. */
const filled = (segments: readonly Segment[], width: number) =>
  segments.reduce((sum, { x, end }) => sum + (end - x), 0) / (segments.length * width)
