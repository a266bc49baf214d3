import type { ReactNode } from 'react'
import css from './matrix.module.css'
import { StatusMark, type StatusName } from './status'

type Props = {
  label: string
  corner: string
  columns: readonly { key: string; heading: ReactNode }[]
  children: ReactNode
}

/** What scrolls sideways can be reached and moved by keyboard. */
const scrolling = (label: string) => ({ role: 'region', tabIndex: 0, 'aria-label': label })

/** Recommendations by organizations: `columns` are their names; each child a `<tr>` of a `<th scope="row">` and cells. */
export function Matrix({ label, corner, columns, children }: Props) {
  return (
    <div className={css.sheet} {...scrolling(label)}>
      <table className={css.matrix}>
        <thead>
          <tr>
            <th scope="col">{corner}</th>
            {columns.map(({ key, heading }) => (
              <th key={key} scope="col" dir="auto">
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

type GroupProps = { href: string; counts: readonly { status: StatusName; count: number; label: string }[] }

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
