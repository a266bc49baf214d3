import { inFigures } from '@/lib/platform/i18n'
import { Status, type StatusName } from './status'
import { type Point, totalOf } from './trend-chart'
import css from './trend-chart.module.css'

type Props<Day extends Point, Name extends StatusName> = {
  points: readonly Day[]
  statuses: readonly { status: Name; label: string }[]
  words: { day: string; all: string; overdue: string }
  /** The name of a day. */
  nameOf: (point: Day) => string
  /** The address of what was counted on a day: all, those with a status, or those that were overdue. */
  to: (point: Day, what: 'all' | 'overdue' | Name) => string
}

/** The figures of a chart, the latest day first. Each leads to what it counts. */
export const TrendTable = <Day extends Point, Name extends StatusName>({
  points,
  statuses,
  words,
  nameOf,
  to,
}: Props<Day, Name>) => (
  <div className={css.table}>
    <table>
      <thead>
        <tr>
          <th scope="col">{words.day}</th>
          <th scope="col">{words.all}</th>
          {statuses.map(({ status, label }) => (
            <th key={status} scope="col">
              <Status status={status} label={label} />
            </th>
          ))}
          <th scope="col">{words.overdue}</th>
        </tr>
      </thead>
      <tbody>
        {points.toReversed().map((point) => (
          <tr key={point.at}>
            <th scope="row">{nameOf(point)}</th>
            <td>
              <Figure count={totalOf(point)} href={to(point, 'all')} />
            </td>
            {statuses.map(({ status }) => (
              <td key={status}>
                <Figure count={point.byStatus[status] ?? 0} href={to(point, status)} />
              </td>
            ))}
            <td>
              <Figure count={point.overdue} href={to(point, 'overdue')} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  </div>
)

const Figure = ({ count, href }: { count: number; href: string }) =>
  count > 0 ? <a href={href}>{inFigures(count)}</a> : inFigures(count)
