import css from './status.module.css'

export type StatusName =
  | 'unassigned'
  | 'noted'
  | 'not_started'
  | 'in_progress'
  | 'partially_implemented'
  | 'implemented'
  | 'verified'
  | 'closed'

/**
 * The shape of a status without its name. It is hidden from screen readers, or with `label` an image with that name.
 */
export function StatusMark({ status, label }: { status: StatusName; label?: string | undefined }) {
  const shape = <use href={`#s-${status}`} />
  if (!label) return <svg aria-hidden="true">{shape}</svg>
  return (
    <svg role="img" aria-label={label}>
      {shape}
    </svg>
  )
}

/** The shape of a status and its name. */
export function Status({ status, label }: { status: StatusName; label: string }) {
  return (
    <span className={css.status}>
      <StatusMark status={status} />
      {label}
    </span>
  )
}
