'use client'

import type { ReactNode } from 'react'
import css from './paragraph-quote.module.css'
import { StatusMark, type StatusName } from './status'

/** What the margin says of a recommendation, beside where it begins. */
type Pinned = {
  short?: string | undefined
  status?: StatusName | undefined
  statusLabel?: string | undefined
}

type Linked = Pinned & { text: string; href?: string | undefined }

/** A stretch of the paragraph, exact, blanks included: plain text, or a recommendation with what the margin says of it. */
export type Segment = Linked & {
  current?: boolean | undefined
  /** The text in parts, where some of its words lead somewhere. */
  parts?: readonly Linked[] | undefined
}

type Props = {
  segments: readonly Segment[]
  heading?: string | undefined
  label: string
  lang?: string | undefined
  /** The text that this paragraph is part of. */
  lead?: string | undefined
  /** Links below the text: to neighbours on one side, to the source on the other. */
  before?: ReactNode | undefined
  after?: ReactNode | undefined
}

/**
 * The whole paragraph: the current sentence marked, the other recommendations links, each with its status in the margin.
 * Its own words say which way it runs: what we say beside them has a direction of its own. A component of the browser, so
 * that a page does not also carry the description of its markup.
 */
export function ParagraphQuote({ segments, heading, label, lang, lead, before, after }: Props) {
  let end = 0
  const stretches = segments.map((segment) => {
    const start = end
    end += segment.text.length
    return <Stretch key={start} {...segment} />
  })
  return (
    <figure className={css.leaf} dir="auto">
      <header>
        <span dir="auto">{heading}</span>
        <small dir="auto">{label}</small>
      </header>
      <blockquote lang={lang}>
        {lead && <p className={css.lead}>{lead}</p>}
        {stretches}
      </blockquote>
      {(before || after) && (
        <figcaption>
          <span dir="auto">{before}</span>
          <span dir="auto">{after}</span>
        </figcaption>
      )}
    </figure>
  )
}

function Stretch({ text, href, current, parts = [{ text }], ...pinned }: Segment) {
  if (current) {
    return (
      <span className={css.current}>
        <Pin {...pinned} />
        <mark>{parts.map(Part)}</mark>
      </span>
    )
  }
  if (!href) return text
  return (
    <a className={css.sentence} href={href}>
      <Pin {...pinned} />
      {text}
    </a>
  )
}

function Part({ text, href, ...pinned }: Linked, place: number) {
  if (!href) return text
  return (
    <a key={place} href={href}>
      <Pin {...pinned} />
      {text}
    </a>
  )
}

function Pin({ short, status, statusLabel }: Pinned) {
  if (!short) return null
  return (
    <span className={css.pin}>
      <b dir="ltr">{short}</b> <span dir="auto">{statusLabel}</span>
      {status && <StatusMark status={status} />}
    </span>
  )
}
