import type { ReactNode } from 'react'
import css from './layout.module.css'

/** A white card with a border, for content that is a single thing. */
export const Card = ({ id, children }: { id?: string | undefined; children: ReactNode }) => (
  <div id={id} className={css.card}>
    {children}
  </div>
)
