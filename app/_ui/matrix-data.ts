import type { StatusName } from './status'

/** The assignment of an organization: its status, and below it whether it is late. */
type OneCell = {
  status: StatusName
  href: string
  /** That it is overdue or due soon, in words. */
  note?: string | undefined
  tone?: 'late' | 'soon' | undefined
  /** How late it was reported. */
  reported?: string | undefined
}

/** The assignments of a group: their number in each status, and of those that the filters select. */
type GroupCell = {
  href: string
  counts: readonly { status: StatusName; all: string; matching: string | undefined }[]
}

/** A cell in the column with this number. Without `printed`, the filters do not select it, and it is not printed. */
type In = { at: number; printed?: boolean | undefined }

export type Cell = In & (OneCell | GroupCell)

export type Column = {
  key: string
  heading: string
  /** Opens the members of a group. */
  link?: { href: string; label: string } | undefined
}

export type Row = {
  key: string
  href: string
  /** The key of the recommendation, after its document if there are several. */
  name: string
  title: string
  /** In the order of the columns. */
  cells: readonly Cell[]
  /** Text about all columns, in place of cells. */
  band?: { text: string; link?: { href: string; label: string } | undefined } | undefined
}

/** A heading above several columns, from the column with this number on. */
export type Over = { from: number; count: number; heading: string; link: { href: string; label: string } }

/** The number of columns up to which a cell has words. With more, it has a mark, and headings are turned. */
const mostInWords = 10

/** Returns whether there are so many columns that they are narrow. */
export const isNarrow = (columns: readonly Column[]) => columns.length > mostInWords

/** Returns whether an assignment is overdue, or was reported late. */
export const isLate = (cell: Cell) => 'status' in cell && (cell.tone === 'late' || cell.reported !== undefined)

const longest = 48

/** Returns the beginning of a name that is too long for a turned heading. */
export function shortened(name: string) {
  if (name.length <= longest) return name
  const begun = name.slice(0, longest - 1)
  const space = begun.lastIndexOf(' ')
  return `${space > 0 ? begun.slice(0, space) : begun}…`
}

/** Columns in a row without a cell. */
export type Gap = { at: number; empty: number }

/** Returns the cells of a row between two columns, with the gaps between them. */
export function cellsBetween(cells: readonly Cell[], from: number, to: number): (Cell | Gap)[] {
  const all: (Cell | Gap)[] = []
  let next = from
  for (const cell of cells) {
    if (cell.at < from || cell.at >= to) continue
    if (cell.at > next) all.push({ at: next, empty: cell.at - next })
    all.push(cell)
    next = cell.at + 1
  }
  if (next < to) all.push({ at: next, empty: to - next })
  return all
}
