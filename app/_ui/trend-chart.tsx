import type { ReactNode } from 'react'
import { inFigures } from '@/lib/platform/i18n'
import { stepChart } from '@/lib/platform/step-chart'
import type { StatusName } from './status'
import shapes from './status.module.css'
import { Legend } from './status-bar'
import css from './trend-chart.module.css'

/** A day of a trend. `at` is its distance from the first day, in days. */
export type Point = {
  at: number
  byStatus: Partial<Record<StatusName, number>>
  overdue: number
}

export const totalOf = ({ byStatus }: Pick<Point, 'byStatus'>) => Object.values(byStatus).reduce((sum, n) => sum + n, 0)

type Props = {
  points: readonly Point[]
  /** The statuses to show, from the bottom to the top. */
  statuses: readonly { status: StatusName; label: string }[]
  /** Days to name below the plot, at their distance from the first day. The last one is named at the end. */
  marks: readonly { at: number; label: string }[]
  words: { label: string; overdue: string }
  /** What follows the legend. */
  children: ReactNode
}

/** The plot has 100 units in both directions, and is stretched to its box. */
const size = 100

/**
 * Counts by status over time, stacked, with a line for what is overdue. The counts stay the same from one day to the
 * next, so that areas have steps and no slopes.
 */
export function TrendChart({ points, statuses, marks, words, children }: Props) {
  const chart = stepChart(
    {
      days: points.map(({ at }) => at),
      areas: statuses.map(({ status }) => points.map(({ byStatus }) => byStatus[status] ?? 0)),
      line: points.map(({ overdue }) => overdue),
    },
    size,
    size,
  )
  const widest = Math.max(...chart.amounts.map(({ amount }) => inFigures(amount).length))
  return (
    <div className={css.chart}>
      <div className={css.axes} style={{ '--scale': `${0.75 + 0.5 * widest}rem` }} role="img" aria-label={words.label}>
        {chart.amounts.map(({ amount, y }) => (
          <span key={amount} className={css.amount} style={{ '--y': y / size }} aria-hidden="true">
            {inFigures(amount)}
          </span>
        ))}
        <svg className={css.plot} viewBox={`0 0 ${size} ${size}`} preserveAspectRatio="none" aria-hidden="true">
          {statuses.map(({ status }, place) => (
            <path
              key={status}
              className={[css.area, shapes[status], css[status]].filter(Boolean).join(' ')}
              d={chart.areas[place]}
            />
          ))}
          <path className={css.overdue} d={chart.line} />
        </svg>
        {marks.map(({ at, label }) => (
          <span key={at} className={css.day} style={{ '--x': chart.x(at) / size }} aria-hidden="true">
            {label}
          </span>
        ))}
      </div>
      <Legend items={statuses}>
        <span className={css.key}>{words.overdue}</span>
      </Legend>
      {children}
    </div>
  )
}
