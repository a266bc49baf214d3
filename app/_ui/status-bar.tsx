import { inFigures } from '@/lib/platform/i18n'
import { segments } from './share-bar'
import { Status, StatusMark, type StatusName } from './status'
import shapes from './status.module.css'
import css from './status-bar.module.css'
import { Hidden } from './text'

/** The count of a status. `label` is the name of the status, and `text` the count in words ("43 in progress"). */
export type Count = {
  status: StatusName
  count: number
  label: string
  text: string
  href?: string | undefined
}

type BarProps = {
  counts: Count[]
  label?: string | undefined
  big?: boolean | undefined
  /** The total of the longest of several bars, so that all of them have one scale. */
  most?: number | undefined
}

/** Counts by status as one bar. With `href`, a segment links to what it counts. Zeros are left out. */
export function StatusBar({ counts, label, big, most }: BarProps) {
  const shown = counts.filter(({ count }) => count > 0)
  const all = shown.reduce((sum, { count }) => sum + count, 0)
  const className = big ? `${css.bar} ${css.big}` : css.bar
  const style = { '--all': all, '--most': most ?? all }

  if (shown.some(({ href }) => href)) {
    return (
      <ul className={className} style={style} aria-label={label}>
        {shown.map((share) => (
          <li key={share.status} className={shapes[share.status]} style={{ '--n': share.count }}>
            <a href={share.href} aria-label={share.text}>
              <Segment {...share} />
            </a>
          </li>
        ))}
      </ul>
    )
  }

  return (
    <ul className={className} style={style} aria-label={label}>
      {shown.map((share) => (
        <li key={share.status} className={shapes[share.status]} style={{ '--n': share.count }}>
          <Hidden>{share.text}</Hidden>
          <span aria-hidden="true">
            <Segment {...share} />
          </span>
        </li>
      ))}
    </ul>
  )
}

function Segment({ status, count }: Count) {
  return (
    <>
      <span className={css.count}>
        <StatusMark status={status} />
        {inFigures(count)}
      </span>
      <svg className={css.segment} aria-hidden="true">
        <use href={segments[status] ?? '#s-bar'} />
      </svg>
    </>
  )
}

type LegendProps = { items: readonly Pick<Count, 'status' | 'label'>[]; children?: React.ReactNode }

/**
 * The meaning of the shapes, in the order of the counts. `children` may add an item, such as the meaning of an empty
 * cell.
 */
export function Legend({ items, children }: LegendProps) {
  return (
    <div className={css.legend}>
      {items.map(({ status, label }) => (
        <Status key={status} status={status} label={label} />
      ))}
      {children}
    </div>
  )
}

type CountsProps = { title: React.ReactNode; label: string; counts: Count[] }

/** Counts by status as text without a bar, each with a link to what it counts. Zeros are left out. */
export const StatusCounts = ({ title, label, counts }: CountsProps) => (
  <div className={css.chart}>
    <h2>{title}</h2>
    <ul className={css.counts} aria-label={label}>
      {counts.map(
        ({ status, label, text, count, href }) =>
          count > 0 && (
            <li key={status}>
              <StatusMark status={status} />{' '}
              <a href={href} aria-label={text}>
                <b>{inFigures(count)}</b> {label}
              </a>
            </li>
          ),
      )}
    </ul>
  </div>
)

type ChartProps = {
  title: React.ReactNode
  /** The name of the bar, if the title is more than a text. */
  label?: string | undefined
  counts: Count[]
  words: { table: string; status: string; count: string }
}

/** A large bar with its title, its legend and the table with its figures. Stands in a card or alone. */
export function StatusChart({ title, label, counts, words }: ChartProps) {
  const shown = counts.filter(({ count }) => count > 0)
  return (
    <div className={css.chart}>
      <h2>{title}</h2>
      <details>
        <summary>{words.table}</summary>
        <table>
          <thead>
            <tr>
              <th scope="col">{words.status}</th>
              <td>{words.count}</td>
            </tr>
          </thead>
          <tbody>
            {counts.map(({ status, label, count, href }) => (
              <tr key={status}>
                <th scope="row">
                  <Status status={status} label={label} />
                </th>
                <td>{href && count > 0 ? <a href={href}>{inFigures(count)}</a> : inFigures(count)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
      <StatusBar counts={counts} label={label ?? String(title)} big />
      <Legend items={shown} />
    </div>
  )
}
