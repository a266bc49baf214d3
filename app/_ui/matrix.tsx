import type { ReactNode } from 'react'
import css from './matrix.module.css'
import { ScrollHint } from './scroll-hint'
import { StatusMark, type StatusName } from './status'

type Column = { key: string; heading: ReactNode }

type Props = {
  label: string
  corner: string
  /** Those with `parts` are a heading over several columns. */
  columns: readonly (Column & { parts?: readonly Column[] | undefined })[]
  /** "1 more column", "2 more columns", …: how many are out of sight. */
  more: readonly string[]
  children: ReactNode
}

/** What scrolls can be reached and moved by keyboard. */
const scrolling = (label: string) => ({ role: 'region', tabIndex: 0, 'aria-label': label })

/**
 * Recommendations by organizations: `columns` are their names; each child a `MatrixRow`. Header and first column stay in
 * sight; for paper there is a `PrintedMatrix`.
 */
export function Matrix({ label, corner, columns, more, children }: Props) {
  const parts = columns.flatMap(({ parts = [] }) => parts)
  const rows = parts.length > 0 ? 2 : 1
  return (
    <div className={css.frame} data-screen="">
      <div className={css.sheet} {...scrolling(label)}>
        <table className={css.matrix}>
          <thead>
            <tr>
              <th scope="col" className={css.first} rowSpan={rows}>
                {corner}
              </th>
              {columns.map(({ key, heading, parts }) =>
                parts ? (
                  <th key={key} scope="colgroup" colSpan={parts.length} className={css.over}>
                    <div>{heading}</div>
                  </th>
                ) : (
                  <Heading key={key} heading={heading} rows={rows} />
                ),
              )}
            </tr>
            {rows > 1 && (
              <tr>
                {parts.map(({ key, heading }) => (
                  <Heading key={key} heading={heading} />
                ))}
              </tr>
            )}
          </thead>
          <tbody>{children}</tbody>
        </table>
      </div>
      <ScrollHint labels={more} />
    </div>
  )
}

const Heading = ({ heading, rows }: { heading: ReactNode; rows?: number }) => (
  <th scope="col" dir="auto" rowSpan={rows} data-column="">
    <span>{heading}</span>
  </th>
)

/** What names the row, and its cells. `j` and `k` go along the rows. */
export const MatrixRow = ({ heading, children }: { heading: ReactNode; children: ReactNode }) => (
  <tr data-row="">
    <th scope="row" className={css.first}>
      {heading}
    </th>
    {children}
  </tr>
)

type CellProps = { href: string; status: StatusName; label: string; children?: ReactNode | undefined }

/** One organization's assignment: the shape, and below it perhaps that it is late (`Late`, `Soon`). */
export const MatrixCell = ({ href, status, label, children }: CellProps) => (
  <td>
    <a href={href}>
      <StatusMark status={status} label={label} />
      {children}
    </a>
  </td>
)

/** What is said of all columns of a row at once, in sight wherever one scrolls. */
export const MatrixBand = ({ columns, children }: { columns: number; children: ReactNode }) => (
  <td colSpan={columns || 1} className={css.band}>
    <div>{children}</div>
  </td>
)

type GroupProps = { href: string; counts: readonly { status: StatusName; count: string; label: string }[] }

/** A group's assignments: how many in which status. */
export const MatrixGroupCell = ({ href, counts }: GroupProps) => (
  <td>
    <a href={href}>
      <span className={css.counts}>
        {counts.map(({ status, count, label }) => [
          <StatusMark key={status} status={status} label={label} />,
          <span key={`${status}-count`}>{count}</span>,
        ])}
      </span>
    </a>
  </td>
)
