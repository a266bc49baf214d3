import type { ReactNode } from 'react'
import css from './disclosure.module.css'

type Props = { summary: ReactNode; open?: boolean | undefined; id?: string | undefined; children: ReactNode }

/** A line that opens to what it sums up. Whatever acts is a button: for forms take `Reveal`. */
export const Disclosure = ({ summary, open, id, children }: Props) => (
  <details className={css.disclosure} open={open} id={id}>
    <summary>{summary}</summary>
    {children}
  </details>
)
