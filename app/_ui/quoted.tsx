import type { ReactNode } from 'react'
import css from './quoted.module.css'

type Props = {
  lang?: string | undefined
  /** The words that the quote goes on from. */
  lead?: string | undefined
  children: ReactNode
}

/** A quote at full length; what it goes on from stands before it, in weaker ink. */
export const Quoted = ({ lang, lead, children }: Props) => (
  <blockquote lang={lang} dir="auto">
    {lead && <span className={css.lead}>{lead} </span>}
    {children}
  </blockquote>
)
