import type { ReactNode } from 'react'
import css from './recommendation-link.module.css'

type Props = { children: ReactNode; lang?: string | undefined }

/** A `Rec` and the beginning of its quote on the same line, two lines in all. */
export const BriefQuote = ({ rec, children, lang }: Props & { rec: ReactNode }) => (
  <div className={css.brief}>
    {rec}{' '}
    <span lang={lang} dir="auto">
      {children}
    </span>
  </div>
)
