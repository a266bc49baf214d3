'use client'

import { Fragment, type ReactNode } from 'react'
import { LinkButton } from '@/app/_ui/button'
import { Due, type ShownDue } from '@/app/_ui/due'
import { Plain } from '@/app/_ui/markdown'
import { SoftLink, SoftLinkButton } from '@/app/_ui/soft-link'
import { Status, type StatusName } from '@/app/_ui/status'
import { Cell, RowHeader, Table, TableRow } from '@/app/_ui/table'
import { Muted } from '@/app/_ui/text'
import type { Drawn } from '@/lib/platform/markdown'
import { AssignmentDetail, type ShownDetail } from './assignment-detail'
import css from './assignment-table.module.css'
import { GroupRow, type ShownGroup } from './group-row'

export type Leads = { href: string; label: string }

/** The texts of an assignment's row. What is undefined is not shown or not offered. */
export type ShownAssignment = {
  /** The ID of its row on the page. */
  id: string
  own: boolean
  changed: boolean
  /** Without an address if the reader may not open its page. */
  organization: { href: string | undefined; label: string }
  role: string
  owner: { text: string; quiet: boolean }
  due: ShownDue | undefined
  /** The remarks below the due date. */
  dueRemarks: string[]
  status: { status: StatusName; label: string }
  /** The remarks below the status. */
  remarks: string[]
  /** `paper` is the whole text for print, if the screen shows only its beginning. */
  latest: { text: string | Drawn[]; paper?: Drawn[]; asOf: string } | undefined
  correct: Leads | undefined
  /** The link to the page of the assignment. */
  page: Leads
  report: Leads | undefined
  change: Leads | undefined
  detail: ShownDetail | undefined
}

type Words = {
  columns: Record<'organization' | 'owner' | 'due' | 'status' | 'report' | 'next', string>
  noReport: string
}

/** Long names, dates with remarks and reports get more width, so that rows stay low. */
const widths = [20, 11, 19, 13, 26, 11]

type Props = { label: string; words: Words; lines: readonly (ShownAssignment | ShownGroup)[] }

/**
 * The assignments, rendered from their texts. It is a client component, although little here needs one: the page then
 * contains the texts once, without a description of their markup. All rows are in one list, so that a row that moves
 * below its group's row keeps its open form.
 */
export const AssignmentTable = ({ label, words, lines }: Props) => (
  <Table label={label} columns={Object.values(words.columns)} widths={widths} dense>
    {lines.map((line) =>
      'byStatus' in line ? (
        <GroupRow key={line.id} group={line} />
      ) : (
        <Fragment key={line.id}>
          <AssignmentRow row={line} words={words} />
          {line.detail && <AssignmentDetail {...line.detail} />}
        </Fragment>
      ),
    )}
  </Table>
)

/** The assignment of one organization: the owner, the due date, the status, the latest report and the next step. */
function AssignmentRow({ row, words: { columns, noReport } }: { row: ShownAssignment; words: Words }) {
  const { organization, role, owner, due, dueRemarks, status, remarks, latest, correct, page } = row
  return (
    <TableRow id={row.id} own={row.own} changed={row.changed}>
      <RowHeader>
        {organization.href ? (
          <a href={organization.href} dir="auto">
            {organization.label}
          </a>
        ) : (
          <span dir="auto">{organization.label}</span>
        )}
        <br />
        <small>{role}</small>
      </RowHeader>
      <Cell label={columns.owner}>{owner.quiet ? <Muted>{owner.text}</Muted> : owner.text}</Cell>
      <Cell label={columns.due}>
        {due && <Due {...due} />}
        {dueRemarks.map((remark) => (
          <Below key={remark}>{remark}</Below>
        ))}
      </Cell>
      <Cell label={columns.status}>
        <Status {...status} />
        {remarks.map((remark) => (
          <Below key={remark}>{remark}</Below>
        ))}
      </Cell>
      <Cell label={columns.report}>
        {latest ? <Latest {...latest} /> : <Muted>{noReport}</Muted>}
        <div className={css.further} data-screen>
          {correct && <SoftLink href={correct.href}>{correct.label}</SoftLink>}
          <a href={page.href}>{page.label}</a>
        </div>
      </Cell>
      <Cell screen>
        <NextStep row={row} />
      </Cell>
    </TableRow>
  )
}

const Below = ({ children }: { children: ReactNode }) => (
  <>
    <br />
    <small>{children}</small>
  </>
)

const Latest = ({ text, paper, asOf }: NonNullable<ShownAssignment['latest']>) => (
  <>
    <div dir="auto" data-screen={paper && ''}>
      {typeof text === 'string' ? text : <Plain>{text}</Plain>}
    </div>
    {paper && (
      <div dir="auto" data-paper="">
        <Plain>{paper}</Plain>
      </div>
    )}
    <small>{asOf}</small>
  </>
)

/** The next step comes first. It is left out while its form is open below. */
function NextStep({ row: { own, report, change } }: { row: ShownAssignment }) {
  if (!report && !change) return null
  return (
    <div className={css.steps}>
      {report && (
        <SoftLinkButton href={report.href} variant={own ? 'main' : 'plain'}>
          {report.label}
        </SoftLinkButton>
      )}
      {change && (
        <LinkButton href={change.href} variant="quiet">
          {change.label}
        </LinkButton>
      )}
    </div>
  )
}
