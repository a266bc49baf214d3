import type { ReactNode } from 'react'
import css from './leaf.module.css'
import { StatusMark, type StatusName } from './status'

/** A stretch of the paragraph, exact, blanks included: plain text, or a recommendation with what the margin says of it. */
export type Segment = {
  text: string
  short?: string | undefined
  status?: StatusName | undefined
  statusLabel?: string | undefined
  href?: string | undefined
  current?: boolean | undefined
}

type Props = {
  segments: readonly Segment[]
  heading?: string | undefined
  label: string
  lang?: string | undefined
  /** Links below the text: to neighbours on one side, to the source on the other. */
  before?: ReactNode | undefined
  after?: ReactNode | undefined
}

/** The whole paragraph: the current sentence marked, the other recommendations links, each with its status in the margin. */
export function Leaf({ segments, heading, label, lang, before, after }: Props) {
  let end = 0
  const stretches = segments.map((segment) => {
    const start = end
    end += segment.text.length
    return <Stretch key={start} {...segment} />
  })
  return (
    <figure className={css.leaf}>
      <header>
        <span>{heading}</span>
        <small>{label}</small>
      </header>
      <blockquote lang={lang}>{stretches}</blockquote>
      {(before || after) && (
        <figcaption>
          <span>{before}</span>
          <span>{after}</span>
        </figcaption>
      )}
    </figure>
  )
}

function Stretch({ text, short, status, statusLabel, href, current }: Segment) {
  const pin = short && (
    <span className={css.pin}>
      <b>{short}</b> <span>{statusLabel}</span>
      {status && <StatusMark status={status} />}
    </span>
  )
  if (current) {
    return (
      <span className={css.current}>
        {pin}
        <mark>{text}</mark>
      </span>
    )
  }
  if (!href) return text
  return (
    <a className={css.sentence} href={href}>
      {pin}
      {text}
    </a>
  )
}
