import type { ReactNode } from 'react'
import css from './table.module.css'

/** A table that becomes blocks on a phone would lose what it is; these roles keep it. */
const as = {
  table: { role: 'table' },
  row: { role: 'row' },
  columnheader: { role: 'columnheader' },
  rowheader: { role: 'rowheader' },
  cell: { role: 'cell' },
}

type TableProps = {
  label: string
  columns: readonly string[]
  /** How much of the width each column takes, in percent, where its words leave a choice. */
  widths?: readonly number[] | undefined
  /** For a long list: smaller words and less space between rows. */
  dense?: boolean | undefined
  children: ReactNode
}

/** A sheet with a table: `columns` are its headings, `children` its `TableRow`s. */
export function Table({ label, columns, widths, dense, children }: TableProps) {
  return (
    <div className={css.sheet}>
      <table className={css.table} data-dense={dense || undefined} aria-label={label} {...as.table}>
        <thead>
          <tr {...as.row}>
            {columns.map((heading, place) => (
              <th key={heading} scope="col" style={{ '--share': widths?.[place] }} {...as.columnheader}>
                {heading}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>{children}</tbody>
      </table>
    </div>
  )
}

type RowProps = {
  id?: string | undefined
  own?: boolean | undefined
  changed?: boolean | undefined
  children: ReactNode
}

/** One row; `own`: the reader's own; `changed`: marked for a moment. */
export function TableRow({ id, own, changed, children }: RowProps) {
  return (
    <tr id={id} data-row="" data-own={own || undefined} data-changed={changed || undefined} {...as.row}>
      {children}
    </tr>
  )
}

/** What belongs to the row above, across all its columns. */
export function DetailRow({ span, children }: { span: number; children: ReactNode }) {
  return (
    <tr data-detail="" {...as.row}>
      <td colSpan={span} {...as.cell}>
        {children}
      </td>
    </tr>
  )
}

/** The cell that names its row: the first one. */
export function RowHeader({ children }: { children: ReactNode }) {
  return (
    <th scope="row" {...as.rowheader}>
      {children}
    </th>
  )
}

type CellProps = {
  label?: string | undefined
  span?: number | undefined
  screen?: boolean | undefined
  children?: ReactNode
}

/**
 * A cell; `label` is its column's heading, repeated on a phone (none for buttons and for wide cells); `screen`: the column,
 * the last one, is nothing for paper.
 */
export function Cell({ label, span, screen, children }: CellProps) {
  return (
    <td data-label={label} data-screen={screen || undefined} colSpan={span} {...as.cell}>
      {children}
    </td>
  )
}
