'use client'

import type { ReactNode } from 'react'
import { Disclosure } from '@/app/_ui/disclosure'
import { DoneNotice } from '@/app/_ui/done-notice'
import { Row, Stack } from '@/app/_ui/layout'
import { Written } from '@/app/_ui/markdown'
import { SoftLink } from '@/app/_ui/soft-link'
import { Muted } from '@/app/_ui/text'
import type { Drawn } from '@/lib/platform/markdown'
import css from './annotation.module.css'

type Leads = { href: string; label: string }

/** An annotation as text, with the forms that are open in it. */
export type ShownNote = {
  key: string
  /** The ID of its element on the page. */
  id: string
  /** An annotation for one organization is not printed, because people pass prints on. */
  screen: boolean
  author: string
  about: string
  /** What a form has just done here. */
  arrived: string | undefined
  /** The annotation that this one answers, if that is on another page. */
  answering: (Leads & { beginning: string | undefined }) | undefined
  /** The words of the paragraph that it is about. */
  quoted: string | undefined
  /** Undefined while the annotation is edited. */
  body: Drawn[] | undefined
  /** Where the whole text is shown, if `body` is its beginning only. */
  rest: Leads | undefined
  /** When its text was erased by law, by whom and why. */
  erased: string | undefined
  revise: ReactNode
  withdraw: ReactNode
  answer: ReactNode
  earlier: ShownEarlier | undefined
  /** The possible actions. Undefined while an answer is written. */
  steps: Leads[] | undefined
}

type ShownEarlier = {
  summary: string
  versions: { key: string; at: string; body: Drawn[] }[]
  more: string | undefined
}

/** What replaces a withdrawn annotation. */
export type ShownWithdrawn = {
  key: string
  screen: boolean
  withdrawn: string
  reason: string | undefined
  /** A form for it that was refused. */
  refused: ReactNode
}

type Shown = ShownNote | ShownWithdrawn

/** An annotation with its answers. */
export const AnnotationItem = ({ note, answers }: { note: Shown; answers: Shown[] }) => (
  <li data-screen={note.screen || undefined}>
    <One note={note} />
    {answers.length > 0 && (
      <ol className={css.answers}>
        {answers.map((answer) => (
          <li key={answer.key} data-screen={answer.screen || undefined}>
            <One note={answer} />
          </li>
        ))}
      </ol>
    )}
  </li>
)

const One = ({ note }: { note: Shown }) => ('withdrawn' in note ? <Withdrawn note={note} /> : <Note note={note} />)

const Withdrawn = ({ note: { withdrawn, reason, refused } }: { note: ShownWithdrawn }) => (
  <Stack gap="tight">
    <Muted>
      {withdrawn}
      {reason !== undefined && <span dir="auto"> {reason}</span>}
    </Muted>
    {refused}
  </Stack>
)

function Note({ note }: { note: ShownNote }) {
  const {
    id,
    arrived,
    author,
    about,
    answering,
    quoted,
    body,
    rest,
    erased,
    revise,
    withdraw,
    earlier,
    answer,
    steps,
  } = note
  return (
    <div id={id} className={css.note}>
      <Stack gap="tight">
        {arrived && <DoneNotice>{arrived}</DoneNotice>}
        <span>
          <b dir="auto">{author}</b> <small>{about}</small>
        </span>
        {answering && <Answering {...answering} />}
        {quoted && <Muted>{quoted}</Muted>}
        {erased && <Muted>{erased}</Muted>}
        {body ? <Written>{body}</Written> : revise}
        {rest && <SoftLink href={rest.href}>{rest.label}</SoftLink>}
        {withdraw}
        {earlier && <Earlier {...earlier} />}
        {answer}
        {steps && <Steps steps={steps} />}
      </Stack>
    </div>
  )
}

const Answering = ({ href, label, beginning }: NonNullable<ShownNote['answering']>) => (
  <Muted>
    <a href={href}>{label}</a> {beginning && <span dir="auto">{beginning}</span>}
  </Muted>
)

const Steps = ({ steps }: { steps: Leads[] }) => (
  <small>
    <Row screen>
      {steps.map(({ href, label }) => (
        <SoftLink key={href} href={href}>
          {label}
        </SoftLink>
      ))}
    </Row>
  </small>
)

const Earlier = ({ summary, versions, more }: ShownEarlier) => (
  <Disclosure summary={summary}>
    <ol className={css.answers}>
      {versions.map(({ key, at, body }) => (
        <li key={key}>
          <small>{at}</small>
          <Written>{body}</Written>
        </li>
      ))}
    </ol>
    {more && <Muted>{more}</Muted>}
  </Disclosure>
)
