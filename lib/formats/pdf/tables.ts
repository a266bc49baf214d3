import { isPageNumber } from '@/lib/reading/furniture'
import { isColumnName } from '@/lib/reading/tables'
import { joinRuns } from '../runs'
import { runsOf } from './line-runs'
import type { Item } from './page-items'
import type { Row } from './rows'
import { unsureIn } from './unsure-rows'

/** A row of a table: the first of its lines, the lines of its cells, and whether their lines cannot be told apart. */
type TableRow = { first: Row; cells: string[]; unsure?: true }

const fewestColumns = 3
const fewestNames = 2
const longestName = 40

/** The least space between two cells of a line, in type sizes. */
const between = 0.7

/** How far a cell may begin to the left of the name of its column, in points. */
const sameStart = 3

/** A table ends where its next line is further down than this, in type sizes. */
const farthest = 5

/** Lines of a column: those of a table, with the places where its columns start, or others. */
export type Part = { rows: Row[]; starts?: number[]; goesOn?: boolean }

/** A table that goes on to the end of its column or page: where its columns start, and the left edge around it. */
export type OpenTable = { starts: number[]; edge: number }

/** How many lines above the rest of a table, such as a running head, may stand on its page. */
const mostAbove = 3

/** How many lines below a table, such as the number of the page, may stand at the end of its column. */
export const mostBelow = 2

/**
 * Divides the lines of a column into its tables, which begin with the names of their columns or go on from the column
 * before, and what is around them.
 */
export function dividedByTables(lines: readonly Row[], edge: number, open?: OpenTable): Part[] {
  const parts: Part[] = []
  let next = 0
  const add = (from: number, to: number, starts: number[], goesOn = false) => {
    if (from > next) parts.push({ rows: lines.slice(next, from) })
    parts.push({ rows: lines.slice(from, to), starts, goesOn })
    next = to
  }
  const shifted = open?.starts.map((start) => start + edge - open.edge)
  const rest = shifted && restOf(lines, shifted)
  if (shifted && rest) add(rest.from, rest.to, shifted, true)
  for (let place = next; place < lines.length; place++) {
    const starts = columnsBelow(lines[place] as Row)
    const end = starts ? endOfTable(lines, place, starts) : place
    if (!starts || end <= place + 1) continue
    add(place, end, starts)
    place = end - 1
  }
  return next < lines.length ? [...parts, { rows: lines.slice(next) }] : parts
}

/** Returns the table that goes on at the end of these parts. */
export function openAtEnd(parts: readonly Part[], edge: number): OpenTable | undefined {
  const [last, before] = [parts.at(-1), parts.at(-2)]
  const table = last && !last.starts && last.rows.length <= mostBelow ? before : last
  return table?.starts && { starts: table.starts, edge }
}

/** Returns the lines near the top that go on with a table: each begins its cells where the columns start. */
function restOf(lines: readonly Row[], starts: readonly number[]): { from: number; to: number } | undefined {
  const cellsIn = (row: Row) => {
    const places = new Map<number, number>()
    for (const item of row.items) {
      const column = columnOf(item, starts)
      if (!fits(item, starts)) return 0
      if (!places.has(column)) places.set(column, item.x - (starts[column] ?? 0))
    }
    return [...places.values()].every((shift) => Math.abs(shift) <= sameStart) ? places.size : 0
  }
  for (let from = 0; from < Math.min(mostAbove, lines.length); from++) {
    let to = from
    while (to < endOfTable(lines, from, starts) && cellsIn(lines[to] as Row) > 0) to++
    if (lines.slice(from, to).some((row) => cellsIn(row) > 1)) return { from, to }
  }
  return undefined
}

/** Returns where the columns of a table begin, if a line is the names of its columns. */
function columnsBelow({ items, size }: Row): number[] | undefined {
  const cells: Item[][] = []
  for (const item of items) {
    const last = cells.at(-1)
    if (last && item.x - (last.at(-1)?.end ?? 0) < between * size) last.push(item)
    else cells.push([item])
  }
  if (cells.length < fewestColumns) return undefined
  const names = cells.map((cell) => cell.map(({ text }) => text).join(' '))
  if (names.some((name) => name.length > longestName) || new Set(names.filter(isColumnName)).size < fewestNames)
    return undefined
  return cells.map(([first]) => first?.x ?? 0)
}

function endOfTable(lines: readonly Row[], from: number, starts: readonly number[]): number {
  let end = from + 1
  for (; end < lines.length; end++) {
    const [line, above] = [lines[end] as Row, lines[end - 1] as Row]
    if (line.y < above.y || line.y - above.y > farthest * line.size) break
    if (line.items.some((item) => !fits(item, starts)) || (end === lines.length - 1 && isFoot(line, above))) break
  }
  return end
}

/** Returns whether the last line of a page is its number. */
const isFoot = ({ items: [first, ...more], y, size }: Row, above: Row) =>
  first !== undefined && more.length === 0 && isPageNumber(first.text) && y - above.y > apart * size

/** How far the number of a page is from its text at least, in type sizes. */
const apart = 1.6

const columnOf = ({ x }: Item, starts: readonly number[]) => starts.findLastIndex((start) => x >= start - sameStart)

const fits = (item: Item, starts: readonly number[]) => {
  const column = columnOf(item, starts)
  return column !== -1 && item.end <= (starts[column + 1] ?? Number.POSITIVE_INFINITY)
}

/** Puts the lines of a table together into rows. A row begins with a line that has text in the first column. */
export function rowsIn(lines: readonly Row[], starts: readonly number[]): TableRow[] {
  const rows: { first: Row; cells: Row[][] }[] = []
  for (const line of lines) {
    const cells = starts.map((_, column) => line.items.filter((item) => columnOf(item, starts) === column))
    const last = rows.at(-1)
    const row = last && cells[0]?.length === 0 ? last : { first: line, cells: starts.map((): Row[] => []) }
    if (row !== last) rows.push(row)
    for (const [column, items] of cells.entries()) if (items.length > 0) row.cells[column]?.push({ ...line, items })
  }
  return rows.map(({ first, cells }) => ({
    first,
    cells: cells.map((lines) => lines.map((line) => joinRuns(runsOf(line)).text).join('\n')),
    ...(cells.some((lines) => unsureIn(lines).size > 0) && { unsure: true }),
  }))
}
