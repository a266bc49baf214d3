import type { ReactNode } from 'react'
import css from './disclosure.module.css'

type Props = {
  summary: ReactNode
  open?: boolean | undefined
  id?: string | undefined
  screen?: boolean | undefined
  children: ReactNode
}

/**
 * A summary that opens to its details. In print it is open or, with `screen`, left out. For forms, use `Reveal`,
 * because anything that acts is a button.
 */
export const Disclosure = ({ summary, open, id, screen, children }: Props) => (
  <details className={css.disclosure} open={open} id={id} data-screen={screen || undefined}>
    <summary>{summary}</summary>
    {children}
  </details>
)
