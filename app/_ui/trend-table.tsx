import { inFigures } from '@/lib/platform/i18n'
import { FigureTable } from './figure-table'
import { StatusMark, type StatusName } from './status'
import { type Point, totalOf } from './trend-chart'

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
export function TrendTable<Day extends Point, Name extends StatusName>({
  points,
  statuses,
  words,
  nameOf,
  to,
}: Props<Day, Name>) {
  const columns = statuses.map(({ status, label }) => ({
    key: status,
    heading: (
      <>
        <StatusMark status={status} />
        <br />
        {label}
      </>
    ),
  }))
  return (
    <FigureTable
      columns={[
        { key: 'day', heading: words.day },
        { key: 'all', heading: words.all },
        ...columns,
        { key: 'overdue', heading: words.overdue },
      ]}
      rows={points.toReversed().map((point) => {
        const figure = (key: 'all' | 'overdue' | Name, count: number) => ({
          key,
          text: inFigures(count),
          href: count > 0 ? to(point, key) : undefined,
        })
        return {
          key: String(point.at),
          name: nameOf(point),
          figures: [
            figure('all', totalOf(point)),
            ...statuses.map(({ status }) => figure(status, point.byStatus[status] ?? 0)),
            figure('overdue', point.overdue),
          ],
        }
      })}
    />
  )
}
