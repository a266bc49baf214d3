'use client'

import type { ReactNode } from 'react'
import css from './paragraph-quote.module.css'
import { StatusMark, type StatusName } from './status'

/** The text in the margin about a recommendation, beside its beginning. */
type Pinned = {
  short?: string | undefined
  status?: StatusName | undefined
  statusLabel?: string | undefined
}

type Linked = Pinned & { text: string; href?: string | undefined }

/**
 * Part of the paragraph with its exact text, including spaces: plain text, or a recommendation with its text in the
 * margin.
 */
export type Segment = Linked & {
  current?: boolean | undefined
  /** The parts of the text, if some of its words are links. */
  parts?: readonly Linked[] | undefined
}

type Props = {
  segments: readonly Segment[]
  heading?: string | undefined
  label: string
  lang?: string | undefined
  /** The text of which this paragraph is a part. */
  lead?: string | undefined
  /** Links below the text: to the neighbours on one side, and to the source on the other. */
  before?: ReactNode | undefined
  after?: ReactNode | undefined
}

/**
 * The whole paragraph with the current sentence marked. The other recommendations are links, each with its status in
 * the margin. The direction of the paragraph depends on its own text, and not on the text beside it. It is a client
 * component, so that the page does not include the description of its markup too.
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
