import { scaleLinear } from 'd3-scale'
import { stack } from 'd3-shape'
import type { ReactNode } from 'react'
import { inFigures } from '@/lib/platform/i18n'
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
  const last = points.at(-1)?.at ?? 0
  const most = Math.max(1, ...points.map(totalOf))
  const x = scaleLinear([0, Math.max(last, 1)], [0, size])
  const y = scaleLinear([0, most], [0, size]).nice(3)
  const amounts = y.ticks(3).filter(Number.isInteger)
  const widest = Math.max(...amounts.map((amount) => inFigures(amount).length))
  const places = points.map(({ at }) => rounded(x(at)))
  const steps = (heights: number[]) =>
    stepsOf(
      places,
      heights.map((height) => rounded(size - y(height))),
    )
  return (
    <div className={css.chart}>
      <div className={css.axes} style={{ '--scale': `${0.75 + 0.5 * widest}rem` }} role="img" aria-label={words.label}>
        {amounts.map((amount) => (
          <span key={amount} className={css.amount} style={{ '--y': y(amount) / size }} aria-hidden="true">
            {inFigures(amount)}
          </span>
        ))}
        <svg className={css.plot} viewBox={`0 0 ${size} ${size}`} preserveAspectRatio="none" aria-hidden="true">
          {areas(points, statuses, steps)}
          <path className={css.overdue} d={steps(points.map(({ overdue }) => overdue)).forth} />
        </svg>
        {marks.map(({ at, label }) => (
          <span key={at} className={css.day} style={{ '--x': x(at) / size }} aria-hidden="true">
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

const rounded = (value: number) => Math.round(value * 10) / 10

type Steps = { forth: string; back: string }

/**
 * Returns the path along heights that change at these places, from the first place to the last and back. Heights that
 * stay the same need no step.
 */
function stepsOf(places: number[], heights: number[]): Steps {
  const corners = heights.flatMap((height, index) => {
    const before = heights[index - 1]
    return before === undefined || before === height ? [] : [{ place: places[index] ?? 0, before, height }]
  })
  const [end, first] = [places.at(-1) ?? 0, heights.at(0) ?? size]
  const forth = corners.map(({ place, height }) => `H${place}V${height}`).join('')
  const back = corners.toReversed().map(({ place, before }) => `H${place}V${before}`)
  return { forth: `M0 ${first}${forth}H${end}`, back: `V${heights.at(-1) ?? size}${back.join('')}H0Z` }
}

function areas(points: readonly Point[], statuses: Props['statuses'], steps: (heights: number[]) => Steps) {
  const layers = stack<Point>()
    .keys(statuses.map(({ status }) => status))
    .value(({ byStatus }, status) => Object.entries(byStatus).find(([name]) => name === status)?.[1] ?? 0)
  return layers([...points]).map((layer, index) => {
    const { status } = statuses[index] ?? {}
    if (!status) return null
    const className = [css.area, shapes[status], css[status]].filter(Boolean).join(' ')
    const [below, above] = [steps(layer.map(([from]) => from)), steps(layer.map(([, to]) => to))]
    return <path key={status} className={className} d={above.forth + below.back} />
  })
}
