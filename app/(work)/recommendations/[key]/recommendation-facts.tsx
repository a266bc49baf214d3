'use client'

import { Fragment, type ReactNode } from 'react'
import { Fact, Facts } from '@/app/_ui/facts'
import { SoftLink } from '@/app/_ui/soft-link'

type Leads = { href: string; label: string }

/** The facts about a recommendation as text, each with its term. */
export type ShownKnown = {
  document: Leads & { term: string; about: string }
  /** The addressees. If none were recorded, a link to record them, if the reader may do that. */
  addressed: { term: string; text: string; record: Leads | undefined }
  kind: { term: string; text: string }
  themes: { term: string; links: Leads[]; none: string }
  cite: { term: string; text: string }
  assignments: { term: string; bar: ReactNode } | undefined
  /** The actions that the reader may take. */
  steps: { term: string; links: Leads[] } | undefined
}

/** The facts beside the quote: its source, its addressees, and the progress of its assignments. */
export const Known = ({ document, addressed, kind, themes, cite, assignments, steps }: ShownKnown) => (
  <Facts>
    <Fact term={document.term}>
      <a href={document.href} dir="auto">
        {document.label}
      </a>
      <br />
      <small>{document.about}</small>
    </Fact>
    <Fact term={addressed.term}>
      {addressed.text}
      {addressed.record && (
        <span data-screen="">
          <br />
          <SoftLink href={addressed.record.href}>{addressed.record.label}</SoftLink>
        </span>
      )}
    </Fact>
    <Fact term={kind.term}>{kind.text}</Fact>
    <Fact term={themes.term}>{themes.links.length > 0 ? <Themes links={themes.links} /> : themes.none}</Fact>
    <Fact term={cite.term}>{cite.text}</Fact>
    {assignments && <Fact term={assignments.term}>{assignments.bar}</Fact>}
    {steps && (
      <Fact term={steps.term} screen>
        {steps.links.map(({ href, label }, place) => (
          <Fragment key={href}>
            {place > 0 && <br />}
            <SoftLink href={href}>{label}</SoftLink>
          </Fragment>
        ))}
      </Fact>
    )}
  </Facts>
)

const Themes = ({ links }: { links: Leads[] }) =>
  links.map(({ href, label }, place) => (
    <span key={href}>
      {place > 0 && ', '}
      <a href={href} dir="auto">
        {label}
      </a>
    </span>
  ))
