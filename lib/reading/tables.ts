import { openingOf } from './labels'
import type { Line } from './line'
import { addLine, type Lines, linesOf, moved } from './lines'
import type { Span } from './sentences'
import type { JointOf } from './words'

/** A cell of a row that is not its text, with the name of its column. */
export type Cell = { column: string; text: string }

/** A row of a table, read as a paragraph. What is unsure in its text is counted in UTF-16 units. */
export type Row = { label: string; text: string; cells: Cell[]; unsure: Span[] }

const textColumn =
  /recommend|recommand|recomend|рекоменд|建议|توصي|agreed action|action|finding|observation|issue|constat|description|text/iu
const labelColumn = /^(?:ref\.?|reference|no\.?|nr\.?|n°|#|id|number|item|rec\.?(?:\s?(?:no\.?|#))?|序号|№)$/iu
const longestName = 40

const trackedColumn =
  /^(?:priority|owner|status|due|due date|date|deadline|grade|rating|risk|response|management response|responsible .{1,20}|timescale|target date|progress)$/i

/** Returns whether a text can be the name of a column in a table of recommendations. */
export const isColumnName = (text: string) =>
  textColumn.test(text) || labelColumn.test(text) || trackedColumn.test(text)

/** Sets the cells of lines that tabs divide, as text copied from a table has them. */
export const withCells = (line: Line): Line => {
  if (line.whole || line.cells || !line.text.includes('\t')) return line
  const cells = line.text.split('\t')
  return cells.filter((cell) => cell.trim() !== '').length > 2
    ? { ...line, cells: cells.map((cell) => cell.trim()) }
    : line
}

/** Returns how each row of the tables is read. The names of the columns are none. */
export function rowsIn(lines: readonly Line[], jointOf: JointOf): { rows: Map<Line, Row>; heads: Set<Line> } {
  const rows = new Map<Line, Row>()
  const heads = new Set<Line>()
  for (let from = 0; from < lines.length; from++) {
    if (!isRow(lines[from])) continue
    let to = from
    while (to < lines.length && (isRow(lines[to]) || lines[to]?.why)) to++
    const table = lines.slice(from, to).filter((line) => isRow(line) && !line.why)
    const texts = new Map(table.map((line) => [line, cellsOf(line).map((cell) => joined(cell, jointOf))]))
    const textsOf = (line: Line) => (texts.get(line) ?? []).map(({ parts }) => parts.join(''))
    const [first] = table
    const names = first && table.length > 1 && isHead(textsOf(first)) ? textsOf(first) : []
    if (first && names.length > 0) heads.add(first)
    const body = table.slice(names.length > 0 ? 1 : 0)
    const main = mainColumn(names, body)
    for (const line of body) {
      const row = rowOf(textsOf(line), names, main)
      rows.set(line, { ...row, unsure: unsureIn(texts.get(line)?.[main], row.text) })
    }
    from = to
  }
  return { rows, heads }
}

const cellsOf = ({ cells = [] }: Line) => cells
const isRow = (line: Line | undefined) => line?.cells !== undefined && line.cells.length > 1

/** Joins the lines of a cell. */
function joined(cell: string, jointOf: JointOf): Lines {
  const [first = '', ...more] = cell.split('\n')
  const lines = linesOf(first)
  for (const line of more) addLine(lines, line, jointOf)
  return lines
}

/** Returns what is unsure in the text of a row, which may lack the label at the beginning of its cell. */
const unsureIn = (cell: Lines | undefined, text: string) =>
  (cell?.unsure ?? []).map((span) => moved(span, text.length - (cell?.length ?? 0))).filter(({ start }) => start >= 0)

const isHead = (cells: readonly string[]) => {
  const known = cells.filter((cell) => textColumn.test(cell) || labelColumn.test(cell)).length
  return (
    known > 0 && cells.every((cell) => cell.length <= longestName && !/[.;]$/.test(cell.replace(/\b\w{1,4}\.$/, '')))
  )
}

/** Returns the column that holds the text: named as one, or with the longest cells. */
function mainColumn(names: readonly string[], rows: readonly Line[]): number {
  const lengths: number[] = []
  for (const row of rows)
    for (const [column, cell] of cellsOf(row).entries()) lengths[column] = (lengths[column] ?? 0) + cell.length
  const candidates = [...lengths.keys()].filter(
    (column) => textColumn.test(names[column] ?? '') && !labelColumn.test(names[column] ?? ''),
  )
  const recommending = candidates.filter((column) =>
    /recommend|recommand|recomend|рекоменд|建议|توصي/iu.test(names[column] ?? ''),
  )
  const among = recommending.length > 0 ? recommending : candidates.length > 0 ? candidates : [...lengths.keys()]
  return among.reduce((best, column) => ((lengths[column] ?? 0) > (lengths[best] ?? 0) ? column : best), among[0] ?? 0)
}

function rowOf(cells: readonly string[], names: readonly string[], main: number): Omit<Row, 'unsure'> {
  const opening = openingOf(cells[main] ?? '')
  const own =
    opening && opening.rest !== '' && !opening.weak && (opening.sort === 'number' || opening.sort === 'named')
      ? opening
      : undefined
  const column = own ? -1 : labelColumnOf(cells, names, main)
  const others = cells.map((text, place) => ({ column: names[place] ?? '', text, place }))
  return {
    label: own ? own.label : (cells[column] ?? '').replace(/\.$/, ''),
    text: own ? own.rest : (cells[main] ?? ''),
    cells: others
      .filter(({ text, place }) => place !== main && place !== column && text !== '')
      .map(({ column, text }) => ({ column, text })),
  }
}

/** Returns the column of the labels, or −1: named as one, or the first one if it holds a number. */
function labelColumnOf(cells: readonly string[], names: readonly string[], main: number): number {
  const named = names.findIndex((name) => labelColumn.test(name))
  const column = named === -1 ? 0 : named
  const text = cells[column] ?? ''
  return column !== main && text.length <= longestName && /\p{Nd}|^\(?\p{L}{1,2}\)?\.?$/u.test(text) ? column : -1
}
