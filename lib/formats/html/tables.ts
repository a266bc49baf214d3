import type { Block } from '@/lib/reading/block'
import { attribute, type Element, elementsIn } from './walk'

const blocks = new Set('p div li blockquote pre dt dd section'.split(' '))
const structure = new Set('table h1 h2 h3 h4 h5 h6'.split(' '))
const mostBlocks = 20

/**
 * Returns whether a table has rows of cells. Others only arrange the page: those with one column, and those whose cells
 * contain tables, headings or many paragraphs.
 */
export function hasRows(table: Element): boolean {
  if (/^(?:presentation|none)$/.test(attribute(table, 'role') ?? '')) return false
  let cells = 0
  let widest = 0
  let inCell = 0
  for (const { tagName } of elementsIn(table)) {
    if (tagName === 'tr') cells = 0
    if (tagName === 'td' || tagName === 'th') {
      cells++
      inCell = 0
    }
    widest = Math.max(widest, cells)
    if (structure.has(tagName)) return false
    if (blocks.has(tagName) && ++inCell > mostBlocks) return false
  }
  return widest > 1
}

/** A table whose rows are being read. `spans` are the cells that reach down from rows above, by column. */
export type Table = { row: Block[][]; spans: Map<number, number>; bold: boolean }

export const tableOf = (): Table => ({ row: [], spans: new Map(), bold: true })

const widest = 200

const spanOf = (cell: Element, name: string) =>
  Math.min(widest, Math.max(1, Number.parseInt(attribute(cell, name) ?? '1', 10) || 1))

/** Adds a cell to the row. A cell over several columns or rows leaves the others empty. */
export function addCell({ row, spans }: Table, cell: Element, blocks: Block[]) {
  fillSpans({ row, spans })
  const down = spanOf(cell, 'rowspan') - 1
  for (let column = 0; column < spanOf(cell, 'colspan') && row.length < widest; column++) {
    if (down > 0) spans.set(row.length, down)
    row.push(column === 0 ? blocks : [])
  }
}

function fillSpans({ row, spans }: Pick<Table, 'row' | 'spans'>) {
  for (let left = spans.get(row.length); left && row.length < widest; left = spans.get(row.length)) {
    spans.set(row.length, left - 1)
    row.push([])
  }
}

/** Returns the cells of the row that ends, and begins the next. */
export function endRow(table: Table): Block[][] {
  fillSpans(table)
  const { row } = table
  table.row = []
  return row
}
