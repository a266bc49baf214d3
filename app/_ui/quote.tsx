import type { ReactNode } from 'react'
import css from './rec.module.css'

type Props = { children: ReactNode; lang?: string | undefined }

/** Two lines of a quote, in serif: for lists. */
export const Excerpt = ({ children, lang }: Props) => (
  <p className={css.excerpt} lang={lang}>
    {children}
  </p>
)

/** A quote, whole, in serif and marked: what is asked, beside a form. */
export const Quote = ({ children, lang }: Props) => (
  <blockquote className={css.quote} lang={lang}>
    <mark>{children}</mark>
  </blockquote>
)
