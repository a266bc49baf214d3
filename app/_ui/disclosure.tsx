import type { ReactNode } from 'react'
import css from './disclosure.module.css'

type Props = {
  summary: ReactNode
  open?: boolean | undefined
  id?: string | undefined
  screen?: boolean | undefined
  children: ReactNode
}

/** A line that opens to what it sums up; on paper it is open, or with `screen` left out. Whatever acts is a button: for forms take `Reveal`. */
export const Disclosure = ({ summary, open, id, screen, children }: Props) => (
  <details className={css.disclosure} open={open} id={id} data-screen={screen || undefined}>
    <summary>{summary}</summary>
    {children}
  </details>
)
