import type { ReactNode } from 'react'
import css from './notice.module.css'

type Props = { tone?: 'done' | 'info' | 'warning' | undefined; children: ReactNode }

/** `done`: what an action did (said aloud); `info`, `warning`: what one should know here. */
export function Notice({ tone = 'done', children }: Props) {
  const spoken = tone === 'done' ? { role: 'status' } : {}
  return (
    <div className={css[tone]} {...spoken}>
      {children}
    </div>
  )
}

/** A place where something will be said aloud, once there is something to say. */
export const Said = ({ children }: { children: ReactNode }) => (
  <div role="status" className={css.said}>
    {children}
  </div>
)
