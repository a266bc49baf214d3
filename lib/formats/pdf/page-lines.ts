import type { Block } from '@/lib/reading/block'
import { joinRuns } from '../runs'
import { columnsOf } from './columns'
import { runsOf } from './line-runs'
import type { PageItems } from './page-items'
import { type Row, rowsOf } from './rows'
import { dividedByTables, rowsIn, type TableRow } from './tables'

/** A line of a page, and how far it is below the line above it, in points, where both belong together. */
export type PageLine = Block & { size: number; below?: number }

/** Returns the lines of a page in reading order. What is printed at an angle comes last. */
export function linesOf({ level, turned }: PageItems, page: number): PageLine[] {
  const lines: PageLine[] = []
  for (const { rows, starts } of dividedByTables(rowsOf(level))) {
    if (starts) for (const row of rowsIn(rows, starts)) lines.push(rowLine(row, page))
    else lines.push(...linesInColumns(rows, page))
  }
  for (const text of turned) lines.push({ text, page, size: 0, gap: 3 })
  return lines
}

function linesInColumns(rows: readonly Row[], page: number): PageLine[] {
  const lines: PageLine[] = []
  let above: { y: number; column: number } | undefined
  for (const { lines: found, column, edge } of columnsOf(rows)) {
    for (const row of found) {
      const joined = joinRuns(runsOf(row))
      const indent = Math.round(((row.items[0]?.x ?? edge) - edge) * 10) / 10
      const below = above && above.column === column && row.y > above.y ? row.y - above.y : undefined
      above = { y: row.y, column }
      const { size = row.size } = joined
      lines.push({ ...joined, size, page, column, indent, ...(below !== undefined && { below }) })
    }
  }
  return lines
}

const rowLine = ({ first, cells }: TableRow, page: number): PageLine => ({
  text: cells.join('\t'),
  cells,
  whole: true,
  page,
  column: 0,
  size: first.size,
})

const bin = 0.05

/** Returns how far lines of a paragraph are apart, in type sizes: the smallest distance that is frequent. */
export function leadingOf(lines: readonly PageLine[]): number {
  const counts = new Map<number, number>()
  for (const [place, { below, size }] of lines.entries()) {
    const ratio = below === undefined || size === 0 ? 0 : below / size
    if (ratio < 0.95 || ratio > 2.6 || lines[place - 1]?.size !== size) continue
    const at = Math.round(ratio / bin)
    counts.set(at, (counts.get(at) ?? 0) + 1)
  }
  const near = (at: number) => (counts.get(at - 1) ?? 0) + (counts.get(at) ?? 0) + (counts.get(at + 1) ?? 0)
  const bins = [...counts.keys()].sort((one, other) => one - other)
  const most = Math.max(0, ...bins.map(near))
  const first = bins.find((at) => near(at) >= 0.3 * most)
  if (first === undefined) return 1.2
  const around = [first - 1, first, first + 1, first + 2].filter((at) => counts.has(at))
  return bin * around.reduce((best, at) => ((counts.get(at) ?? 0) > (counts.get(best) ?? 0) ? at : best), first)
}

/** Returns a line as a block. Its gap is counted in lines of the document. */
export function blockOf({ below, size, ...block }: PageLine, leading: number): Block {
  const gap = below === undefined || size === 0 ? block.gap : Math.round((below / (size * leading)) * 100) / 100
  return { ...block, ...(size > 0 && { size }), ...(gap !== undefined && { gap }) }
}
