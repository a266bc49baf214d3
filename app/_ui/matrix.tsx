import type { ReactNode } from 'react'
import css from './matrix.module.css'
import { ScrollHint } from './scroll-hint'
import { StatusMark, type StatusName } from './status'

type Column = { key: string; heading: ReactNode }

type Props = {
  label: string
  corner: string
  /** A column with `parts` is a heading above several columns. */
  columns: readonly (Column & { parts?: readonly Column[] | undefined })[]
  /** "1 more column", "2 more columns", …: how many columns are out of sight. */
  more: readonly string[]
  children: ReactNode
}

/** Content that scrolls can be reached and moved with the keyboard. */
const scrolling = (label: string) => ({ role: 'region', tabIndex: 0, 'aria-label': label })

/**
 * A table of recommendations by organizations. `columns` contains the names of the organizations, and each child is a
 * `MatrixRow`. The header and the first column stay in sight. For print there is a `PrintedMatrix`.
 */
export function Matrix({ label, corner, columns, more, children }: Props) {
  const parts = columns.flatMap(({ parts = [] }) => parts)
  const rows = parts.length > 0 ? 2 : 1
  return (
    <div className={css.frame} data-screen="">
      <div className={css.sheet} {...scrolling(label)}>
        <table className={css.matrix} data-cells="">
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

/** The heading of a row and its cells. The keys `j` and `k` move along the rows. */
export const MatrixRow = ({ heading, children }: { heading: ReactNode; children: ReactNode }) => (
  <tr data-row="">
    <th scope="row" className={css.first}>
      {heading}
    </th>
    {children}
  </tr>
)

type CellProps = { href: string; status: StatusName; label: string; children?: ReactNode | undefined }

/** The assignment of one organization: its status as a shape, and below it whether it is late (`Late`, `Soon`). */
export const MatrixCell = ({ href, status, label, children }: CellProps) => (
  <td>
    <a href={href}>
      <StatusMark status={status} label={label} />
      {children}
    </a>
  </td>
)

/** Text about all columns of a row, which stays in sight while the table scrolls. */
export const MatrixBand = ({ columns, children }: { columns: number; children: ReactNode }) => (
  <td colSpan={columns || 1} className={css.band}>
    <div>{children}</div>
  </td>
)

type GroupProps = { href: string; counts: readonly { status: StatusName; count: string; label: string }[] }

/** The assignments of a group: the number in each status. */
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
