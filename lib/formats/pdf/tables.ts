import { addLine, collected, linesOf } from '@/lib/reading/lines'
import { isColumnName } from '@/lib/reading/tables'
import { wordsOf } from '@/lib/reading/words'
import { joinRuns } from '../runs'
import { runsOf } from './line-runs'
import type { Item } from './page-items'
import type { Row } from './rows'

/** A row of a table: the first of its lines, and the texts of its cells. */
export type TableRow = { first: Row; cells: string[] }

const fewestColumns = 3
const fewestNames = 2
const longestName = 40

/** The least space between two cells of a line, in type sizes. */
const between = 0.7

/** How far a cell may begin to the left of the name of its column, in points. */
const sameStart = 3

/** A table ends where its next line is further down than this, in type sizes. */
const farthest = 5

/** Lines of a page: those of a table, with the places where its columns start, or others. */
type Part = { rows: Row[]; starts?: number[] }

/** Divides the lines of a page into its tables, which names of columns begin, and what is around them. */
export function dividedByTables(lines: readonly Row[]): Part[] {
  const parts: Part[] = []
  let next = 0
  for (let place = 0; place < lines.length; place++) {
    const starts = columnsBelow(lines[place] as Row)
    const end = starts ? endOfTable(lines, place, starts) : place
    if (!starts || end <= place + 1) continue
    if (place > next) parts.push({ rows: lines.slice(next, place) })
    parts.push({ rows: lines.slice(place, end), starts })
    next = end
    place = end - 1
  }
  return next < lines.length ? [...parts, { rows: lines.slice(next) }] : parts
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
    if (line.items.some((item) => !fits(item, starts))) break
  }
  return end
}

const columnOf = ({ x }: Item, starts: readonly number[]) => starts.findLastIndex((start) => x >= start - sameStart)

const fits = (item: Item, starts: readonly number[]) => {
  const column = columnOf(item, starts)
  return column !== -1 && item.end <= (starts[column + 1] ?? Number.POSITIVE_INFINITY)
}

/** Puts the lines of a table together to rows. A row begins with a line that has text in the first column. */
export function rowsIn(lines: readonly Row[], starts: readonly number[]): TableRow[] {
  const rows: { first: Row; cells: string[][] }[] = []
  for (const line of lines) {
    const cells = starts.map((_, column) => line.items.filter((item) => columnOf(item, starts) === column))
    const last = rows.at(-1)
    const row = last && cells[0]?.length === 0 ? last : { first: line, cells: starts.map((): string[] => []) }
    if (row !== last) rows.push(row)
    for (const [column, items] of cells.entries()) {
      if (items.length > 0) row.cells[column]?.push(joinRuns(runsOf({ ...line, items })).text)
    }
  }
  return rows.map(({ first, cells }) => ({ first, cells: cells.map(joined) }))
}

const jointOf = wordsOf([])

/** Joins the lines of a cell. */
function joined(lines: readonly string[]): string {
  const text = linesOf('')
  for (const line of lines) addLine(text, line, jointOf)
  return collected(text).text
}
