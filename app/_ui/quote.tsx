import type { ReactNode } from 'react'
import css from './rec.module.css'

type Props = { children: ReactNode; lang?: string | undefined }

/** Two lines of a quote, in serif: for lists. */
export const Excerpt = ({ children, lang }: Props) => (
  <p className={css.excerpt} lang={lang} dir="auto">
    {children}
  </p>
)
