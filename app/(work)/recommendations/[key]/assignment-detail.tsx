'use client'

import type { ReactNode } from 'react'
import { Disclosure } from '@/app/_ui/disclosure'
import { DoneNotice } from '@/app/_ui/done-notice'
import { Stack } from '@/app/_ui/layout'
import { Plain } from '@/app/_ui/markdown'
import { SoftLink } from '@/app/_ui/soft-link'
import { Status, type StatusName } from '@/app/_ui/status'
import { DetailRow } from '@/app/_ui/table'
import type { Drawn } from '@/lib/platform/markdown'
import css from './assignment-detail.module.css'

/** An organization's reports in its own words: read from top to bottom, what was done. */
export type ShownStory = {
  summary: string
  open: boolean
  /** The way to all of them, where some are left out. */
  all: { href: string; label: string } | undefined
  reports: {
    id: string
    status: StatusName
    label: string
    corrected: string | undefined
    said: string | Drawn[]
    by: string
  }[]
}

export type ShownDetail = {
  /** What a form has just done here. */
  arrived: string | undefined
  closed: string | undefined
  story: ShownStory | undefined
  /** The form for the next step, where it is open. */
  form: ReactNode
}

/** What opens below a row: its story, why it is closed, and the form for the next step. */
export const AssignmentDetail = ({ arrived, closed, story, form }: ShownDetail) => (
  <DetailRow span={6}>
    <Stack>
      {arrived && <DoneNotice>{arrived}</DoneNotice>}
      {closed && <small>{closed}</small>}
      {story && <Story {...story} />}
      {form}
    </Stack>
  </DetailRow>
)

const Story = ({ summary, open, all, reports }: ShownStory) => (
  <Disclosure summary={summary} open={open}>
    {all && (
      <SoftLink keeps href={all.href}>
        {all.label}
      </SoftLink>
    )}
    <ol className={css.story}>
      {reports.map(({ id, status, label, corrected, said, by }) => (
        <li key={id}>
          <Status status={status} label={label} />
          {corrected && <small> {corrected}</small>}
          <p dir="auto">{typeof said === 'string' ? said : <Plain>{said}</Plain>}</p>
          <small>{by}</small>
        </li>
      ))}
    </ol>
  </Disclosure>
)
