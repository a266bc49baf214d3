import type { ReactNode } from 'react'
import css from './quoted.module.css'

type Props = {
  lang?: string | undefined
  /** The words that the quote continues. */
  lead?: string | undefined
  children: ReactNode
}

/** A whole quote. The words that it continues come first, in a weaker colour. */
export const Quoted = ({ lang, lead, children }: Props) => (
  <blockquote className={css.quote} lang={lang} dir="auto">
    {lead && <span className={css.lead}>{lead} </span>}
    {children}
  </blockquote>
)
