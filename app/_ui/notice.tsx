import type { ReactNode } from 'react'
import css from './notice.module.css'

type Props = { tone?: 'done' | 'info' | 'warning' | undefined; children: ReactNode }

/** `done` says what an action did and is announced by screen readers; `info` and `warning` give information. */
export function Notice({ tone = 'done', children }: Props) {
  const spoken = tone === 'done' ? { role: 'status' } : {}
  return (
    <div className={css[tone]} {...spoken}>
      {children}
    </div>
  )
}

/** A place for a message that screen readers announce when it appears. */
export const Announcement = ({ children }: { children: ReactNode }) => (
  <div role="status" className={css.announcement}>
    {children}
  </div>
)
