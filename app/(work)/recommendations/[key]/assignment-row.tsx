import { InPlaceButton, InPlaceLink } from '@/app/_ui/in-place'
import { Plain } from '@/app/_ui/markdown'
import { Status } from '@/app/_ui/status'
import { Cell, RowHeader, TableRow } from '@/app/_ui/table'
import { Quiet } from '@/app/_ui/text'
import { answersFor, mayAssign, mayReportOn } from '@/lib/assignments/policy'
import type { Actor } from '@/lib/people/actor'
import { today } from '@/lib/platform/clock'
import { dateInWords, words } from '@/lib/platform/i18n'
import { withLinks } from '@/lib/platform/markdown'
import { shortened } from '@/lib/platform/text'
import type { Row } from '@/lib/recommendations/rows'
import type { Assignment } from '@/lib/recommendations/shapes'
import type { Whole } from '@/lib/recommendations/whole'
import { DueDate } from '../../due-date'
import { ownerInWords } from '../../owner-words'
import { addressOf, opening, rowId, type State } from './address'
import css from './assignment-row.module.css'
import { RowDetail } from './row-detail'

type Props = { actor: Actor; whole: Whole; row: Row; state: State; grouped: boolean }

/** One organization's duty: who, by when, how it stands, what it said last, what comes next. */
export function AssignmentRow(props: Props) {
  const { actor, row, state, grouped } = props
  const { assignment, organizationId, reports } = row
  const own = actor.organizationIds.includes(organizationId)
  const { id, organization, owner, status, progress, verification } = assignment
  const awaiting = !assignment.closure && progress === 'implemented' && verification !== 'verified'
  return (
    <>
      <TableRow id={rowId(id)} own={own} changed={state.at === id}>
        <RowHeader>
          <a href={`/organizations/${organization.slug}`} dir="auto">
            {organization.name}
          </a>
          <br />
          <small>{roleInWords(assignment, own, grouped)}</small>
        </RowHeader>
        <Cell label={words('one.assignments.columns.owner')}>
          {owner?.active ? owner.name : <Quiet>{ownerInWords(owner)}</Quiet>}
        </Cell>
        <Cell label={words('one.assignments.columns.due')}>
          <DueCell assignment={assignment} />
        </Cell>
        <Cell label={words('one.assignments.columns.status')}>
          <Status status={status} label={words(`status.${status}`)} />
          {awaiting && <br />}
          {awaiting && <small>{words(`verification.${verification}`)}</small>}
          {assignment.closure && <br />}
          {assignment.closure && <small>{words(`closure.${assignment.closure}`)}</small>}
        </Cell>
        <Cell label={words('one.assignments.columns.report')}>
          <Latest report={reports.at(-1)} /> <Correct {...props} />
        </Cell>
        <Cell screen>
          <NextStep {...props} own={own} />
        </Cell>
      </TableRow>
      <RowDetail {...props} />
    </>
  )
}

/** Below its group's own row one need not say of which group it is a member. */
function roleInWords({ role, group }: Assignment, own: boolean, grouped: boolean) {
  const word = words(`assignmentRole.${role}`)
  if (own) return words('one.assignments.yours', { role: word.toLowerCase() })
  return group && !grouped ? words('one.assignments.via', { role: word, group: group.name }) : word
}

function DueCell({ assignment }: { assignment: Assignment }) {
  const { dueOn, originalDueOn } = assignment
  return (
    <>
      <DueDate assignment={assignment} today={today()} />
      {originalDueOn && originalDueOn !== dueOn && (
        <>
          <br />
          <small>{words('one.assignments.firstSet', { date: dateInWords(originalDueOn) })}</small>
        </>
      )}
    </>
  )
}

const longest = 110

function Latest({ report }: { report: Row['reports'][number] | undefined }) {
  if (!report) return <Quiet>{words('one.assignments.noReport')}</Quiet>
  const { narrative, asOf } = report
  // An address that is cut off leads nowhere.
  const said = narrative.length > longest ? shortened(narrative, longest) : <Plain>{withLinks(narrative)}</Plain>
  return (
    <>
      <div dir="auto">{narrative ? said : words('one.assignments.erased')}</div>
      <small>{dateInWords(asOf)}</small>
    </>
  )
}

/** The way to correct the latest report, for its organization, and for who reported on its behalf. */
function Correct({ actor, whole, row, state }: Props) {
  const { id, closure } = row.assignment
  const latest = row.reports.at(-1)
  if (!latest || whole.closure || closure || !mayReportOn(actor, row)) return null
  if (!answersFor(actor, row) && !latest.onBehalf) return null
  if (state.report === id) return null
  return (
    <div className={css.correct} data-screen>
      <InPlaceLink href={addressOf(whole.key, opening(state, { report: id, correct: 'latest' }), rowId(id))}>
        {words('one.assignments.correct')}
      </InPlaceLink>
    </div>
  )
}

/** The one thing to do next comes first; nothing while its form is open below. */
function NextStep({ actor, whole, row, state, own }: Props & { own: boolean }) {
  const { id, closure, owner } = row.assignment
  if (whole.closure || !mayReportOn(actor, row)) return null
  const part = rowId(id)
  const change = mayAssign(actor)
    ? words(closure ? 'one.assignments.reopen' : 'one.assignments.change')
    : !closure && words(owner?.active ? 'one.assignments.changeOwner' : 'one.assignments.nameOwner')
  return (
    <div className={css.steps}>
      {!closure && state.report !== id && (
        <InPlaceButton
          href={addressOf(whole.key, opening(state, { report: id }), part)}
          variant={own ? 'main' : 'plain'}
        >
          {words('one.assignments.report')}
        </InPlaceButton>
      )}
      {change && state.change !== id && (
        <InPlaceButton href={addressOf(whole.key, opening(state, { change: id }), part)} variant="quiet">
          {change}
        </InPlaceButton>
      )}
    </div>
  )
}
