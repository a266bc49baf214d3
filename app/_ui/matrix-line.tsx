import css from './matrix.module.css'
import { type Cell, cellsBetween, type Gap, isLate, type Row } from './matrix-data'
import { RecommendationLink } from './recommendation-link'
import { StatusMark, type StatusName } from './status'
import { DueSoon, Overdue } from './text'

type Statuses = Partial<Record<StatusName, string>>

type Props = {
  row: Row
  /** The number of columns. */
  columns: number
  /** The number of columns, from the first, of which those without a cell may be one wide cell. */
  single: number
  statuses: Statuses
}

/** The heading of a row and its cells. Text about all columns stays in sight while the table scrolls. */
export const MatrixLine = ({ row, columns, single, statuses }: Props) => (
  // The keys `j` and `k` move along the rows.
  <tr data-row="">
    <th scope="row" className={css.first}>
      <RecommendationLink href={row.href} name={row.name} title={row.title} light />
    </th>
    {row.band ? (
      <td colSpan={columns || 1} className={css.band}>
        <div>
          <StatusMark status="unassigned" /> {row.band.text}{' '}
          {row.band.link && <a href={row.band.link.href}>{row.band.link.label}</a>}
        </div>
      </td>
    ) : (
      [...cellsBetween(row.cells, 0, single), ...cellsBetween(row.cells, single, columns)].map((cell) =>
        'empty' in cell ? (
          <Empty key={cell.at} gap={cell} wide={cell.at < single} />
        ) : (
          <Square key={cell.at} cell={cell} statuses={statuses} />
        ),
      )
    )}
  </tr>
)

const Empty = ({ gap: { at, empty }, wide }: { gap: Gap; wide: boolean }) =>
  wide ? <td colSpan={empty} /> : Array.from({ length: empty }, (_, place) => <td key={at + place} />)

const Square = ({ cell, statuses }: { cell: Cell; statuses: Statuses }) => (
  <td>
    <a href={cell.href} data-late={isLate(cell) || undefined}>
      {'counts' in cell ? (
        <span className={css.counts}>
          {cell.counts.map(({ status, all }) => [
            <StatusMark key={status} status={status} label={statuses[status]} />,
            <span key={`${status}-count`}>{all}</span>,
          ])}
        </span>
      ) : (
        <>
          <StatusMark status={cell.status} label={statuses[cell.status]} />
          {cell.tone === 'late' && <Overdue>{cell.note}</Overdue>}
          {cell.tone === 'soon' && <DueSoon>{cell.note}</DueSoon>}
          {cell.reported && (
            <small>
              <Overdue>{cell.reported}</Overdue>
            </small>
          )}
        </>
      )}
    </a>
  </td>
)
