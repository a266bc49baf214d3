import type { StatusName } from './status'
import shapes from './status.module.css'
import css from './status-bar.module.css'

/** The share of a status in a bar. */
export type Share = { status: StatusName; count: number }

/** A thin bar of shares, the furthest progress first, beside text with the same content. */
export const ShareBar = ({ shares }: { shares: readonly Share[] }) => (
  <span className={css.shares} aria-hidden="true">
    {shares.map(
      ({ status, count }) =>
        count > 0 && (
          <svg key={status} className={shapes[status]} style={{ '--n': count }} aria-hidden="true">
            <use href={segments[status] ?? '#s-bar'} />
          </svg>
        ),
    )}
  </span>
)

/** Statuses whose segment is not a filled bar. */
export const segments: Partial<Record<StatusName, string>> = {
  unassigned: '#s-bar-dotted',
  noted: '#s-bar-track',
  not_started: '#s-bar-track',
  closed: '#s-bar-hatched',
}
