import type { ReactNode } from 'react'
import css from './layout.module.css'

/** White paper with a line round it: only where a thing is one thing. */
export const Card = ({ id, children }: { id?: string | undefined; children: ReactNode }) => (
  <div id={id} className={css.card}>
    {children}
  </div>
)
