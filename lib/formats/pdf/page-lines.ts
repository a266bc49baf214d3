import type { Block } from '@/lib/reading/block'
import { joinRuns } from '../runs'
import { type Column, columnsOf } from './columns'
import type { Gutter } from './gutter'
import { hangingIn } from './hanging-labels'
import { runsOf } from './line-runs'
import type { PageItems } from './page-items'
import { type Row, rowsOf } from './rows'
import { dividedByTables, mostBelow, type OpenTable, openAtEnd, type Part, rowsIn } from './tables'
import { unsureIn } from './unsure-rows'

/** A line of a page, and how far it is below the line above it, in points, where both belong together. */
export type PageLine = Block & { size: number; below?: number }

/** What the text before shows about what follows: the columns of pages, a table that may go on, and the last baseline. */
export type Known = {
  gutters: Gutter[]
  open?: OpenTable | undefined
  above?: { y: number; column: number } | undefined
}

/** Adds the lines of a page in reading order. What is printed at an angle comes last. */
export function addLinesOf({ level, turned }: PageItems, page: number, known: Known, lines: PageLine[]) {
  const rows = rowsOf(level)
  const edge = edgeOf(rows)
  known.above = undefined
  for (const part of dividedByTables(rows, edge, known.open)) {
    if (part.starts) {
      addTable(lines, part, page)
      known.open = { starts: part.starts, edge }
      known.above = lastOf(part, 0)
    } else for (const column of columnsOf(part.rows, known.gutters)) addColumn(lines, column, page, known)
  }
  for (const text of turned) lines.push({ text, page, size: 0, gap: 3 })
}

const lastOf = ({ rows }: Part, column: number) => ({ y: rows.at(-1)?.y ?? 0, column })

const edgeOf = (rows: readonly Row[]) => rows.reduce((edge, { items }) => Math.min(edge, items[0]?.x ?? edge), Infinity)

/** Adds the lines of a column. A table in it can go on in the next column or on the next page. */
function addColumn(lines: PageLine[], column: Column, page: number, known: Known) {
  const parts = dividedByTables(column.lines, column.edge, known.open)
  for (const part of parts) {
    if (part.starts) {
      addTable(lines, part, page)
      known.above = lastOf(part, column.column)
    } else addRows(lines, { ...column, lines: part.rows }, page, known)
  }
  const open = openAtEnd(parts, column.edge)
  if (open || column.lines.length > mostBelow) known.open = open
}

function addRows(lines: PageLine[], { lines: rows, column, edge }: Column, page: number, known: Known) {
  const unsure = unsureIn(rows)
  const hanging = hangingIn(rows)
  for (const row of rows) {
    const found = joinRuns(runsOf(row))
    const indent = Math.round(((row.items[0]?.x ?? edge) - edge) * 10) / 10
    const { above } = known
    const below = above && above.column === column && row.y > above.y ? row.y - above.y : undefined
    known.above = { y: row.y, column }
    const { size = row.size } = found
    const line: PageLine = { ...found, size, page, column, indent }
    if (below !== undefined) line.below = below
    if (hanging.has(row)) line.hanging = true
    if (unsure.has(row)) line.unsure = true
    lines.push(line)
  }
}

/** Adds the rows of a table. A row without a first cell, at the top of a column, goes on with the one before. */
function addTable(lines: PageLine[], { rows, starts = [], goesOn }: Part, page: number) {
  const last = goesOn ? lines.findLast(({ cells }) => cells) : undefined
  for (const [place, { first, cells, unsure }] of rowsIn(rows, starts).entries()) {
    if (place === 0 && cells[0] === '' && last?.cells?.length === cells.length) {
      last.cells = last.cells.map((cell, column) => [cell, cells[column]].filter(Boolean).join('\n'))
      last.text = last.cells.join('\t')
    } else
      lines.push({
        text: cells.join('\t'),
        cells,
        whole: true,
        page,
        column: 0,
        size: first.size,
        ...(unsure && { unsure }),
      })
  }
}

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
