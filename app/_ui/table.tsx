import type { ReactNode } from 'react'
import css from './table.module.css'

/** On a phone the table becomes blocks and would lose its meaning for screen readers. These roles keep it. */
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
  /** The width of each column in percent, where the text leaves a choice. */
  widths?: readonly number[] | undefined
  /** For a long list: smaller text and less space between rows. */
  dense?: boolean | undefined
  children: ReactNode
}

/** A table in its frame. `columns` contains its headings, `children` its `TableRow`s. */
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

/** A row. `own` marks the rows of the reader, and `changed` marks a row for a moment. */
export function TableRow({ id, own, changed, children }: RowProps) {
  return (
    <tr id={id} data-row="" data-own={own || undefined} data-changed={changed || undefined} {...as.row}>
      {children}
    </tr>
  )
}

/** Content that belongs to the row above, across all its columns. */
export function DetailRow({ span, children }: { span: number; children: ReactNode }) {
  return (
    <tr data-detail="" {...as.row}>
      <td colSpan={span} {...as.cell}>
        {children}
      </td>
    </tr>
  )
}

/** The first cell of a row, which names it. A `label` is repeated on a phone, for a name that means little alone. */
export function RowHeader({ label, children }: { label?: string | undefined; children: ReactNode }) {
  return (
    <th scope="row" data-label={label} {...as.rowheader}>
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
 * A cell. `label` is the heading of its column and is repeated on a phone; buttons and wide cells have none. With
 * `screen`, the column, which must be the last one, is not printed.
 */
export function Cell({ label, span, screen, children }: CellProps) {
  return (
    <td data-label={label} data-screen={screen || undefined} colSpan={span} {...as.cell}>
      {children}
    </td>
  )
}
