import { scaleLinear } from 'd3-scale'
import { area, curveStepAfter, line, type SeriesPoint, stack } from 'd3-shape'
import { inFigures } from '@/lib/platform/i18n'
import { Status, type StatusName } from './status'
import shapes from './status.module.css'
import { Legend } from './status-bar'
import css from './trend-chart.module.css'

/**
 * A day of a trend. `at` is its distance from the first day, in days. `href` leads to everything that was counted on it.
 */
type Point = {
  at: number
  day: string
  href: string
  byStatus: Partial<Record<StatusName, number>>
  overdue: number
}

const totalOf = ({ byStatus }: Point) => Object.values(byStatus).reduce((sum, n) => sum + n, 0)

type Props = {
  points: readonly Point[]
  /** The statuses to show, from the bottom to the top. */
  statuses: readonly { status: StatusName; label: string }[]
  /** Days to name below the plot, at their distance from the first day. The last one is named at the end. */
  marks: readonly { at: number; label: string }[]
  words: { label: string; table: string; day: string; all: string; overdue: string }
}

/** The plot has 100 units in both directions, and is stretched to its box. */
const size = 100

/**
 * Counts by status over time, stacked, with a line for what is overdue, and the table with the figures. The counts stay
 * the same from one day to the next, so that areas have steps and no slopes.
 */
export function TrendChart({ points, statuses, marks, words }: Props) {
  const last = points.at(-1)?.at ?? 0
  const most = Math.max(1, ...points.map(totalOf))
  const x = scaleLinear([0, Math.max(last, 1)], [0, size])
  const y = scaleLinear([0, most], [0, size]).nice(3)
  const amounts = y.ticks(3).filter(Number.isInteger)
  const widest = Math.max(...amounts.map((amount) => inFigures(amount).length))
  return (
    <div className={css.chart}>
      <div className={css.axes} style={{ '--scale': `${0.75 + 0.5 * widest}rem` }} role="img" aria-label={words.label}>
        {amounts.map((amount) => (
          <span key={amount} aria-hidden="true">
            <span className={css.line} style={{ '--y': y(amount) / size }} />
            <span className={css.amount} style={{ '--y': y(amount) / size }}>
              {inFigures(amount)}
            </span>
          </span>
        ))}
        <svg className={css.plot} viewBox={`0 0 ${size} ${size}`} preserveAspectRatio="none" aria-hidden="true">
          {areas(points, statuses, x, y)}
          <path
            className={css.overdue}
            d={
              line<Point>(
                ({ at }) => rounded(x(at)),
                ({ overdue }) => rounded(size - y(overdue)),
              ).curve(curveStepAfter)([...points]) ?? undefined
            }
          />
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
      <details>
        <summary>{words.table}</summary>
        <Figures points={points} statuses={statuses} words={words} />
      </details>
    </div>
  )
}

type Scale = (value: number) => number

function areas(points: readonly Point[], statuses: Props['statuses'], x: Scale, y: Scale) {
  const layers = stack<Point>()
    .keys(statuses.map(({ status }) => status))
    .value(({ byStatus }, status) => Object.entries(byStatus).find(([name]) => name === status)?.[1] ?? 0)
  const draw = area<SeriesPoint<Point>>()
    .x(({ data }) => rounded(x(data.at)))
    .y0(([from]) => rounded(size - y(from)))
    .y1(([, to]) => rounded(size - y(to)))
    .curve(curveStepAfter)
  return layers([...points]).map((layer, index) => {
    const { status } = statuses[index] ?? {}
    if (!status) return null
    const className = [css.area, shapes[status], css[status]].filter(Boolean).join(' ')
    return <path key={status} className={className} d={draw(layer) ?? undefined} />
  })
}

const rounded = (value: number) => Math.round(value * 100) / 100

/** The figures of the chart, the latest day first. */
const Figures = ({ points, statuses, words }: Pick<Props, 'points' | 'statuses' | 'words'>) => (
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
            <th scope="row">{point.day}</th>
            <td>
              <a href={point.href}>{inFigures(totalOf(point))}</a>
            </td>
            {statuses.map(({ status }) => (
              <td key={status}>{inFigures(point.byStatus[status] ?? 0)}</td>
            ))}
            <td>{inFigures(point.overdue)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  </div>
)
