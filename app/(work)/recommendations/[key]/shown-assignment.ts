import { answersFor, mayAssign, mayReportOn } from '@/lib/assignments/policy'
import type { Actor } from '@/lib/people/actor'
import { today } from '@/lib/platform/clock'
import { dateInWords, words } from '@/lib/platform/i18n'
import { withLinks } from '@/lib/platform/markdown'
import { shortened } from '@/lib/platform/text'
import type { Row } from '@/lib/recommendations/rows'
import type { Assignment } from '@/lib/recommendations/shapes'
import type { Whole } from '@/lib/recommendations/whole'
import { ownerInWords } from '../../owner-words'
import { shownDue } from '../../shown-due'
import { addressOf, opening, rowId, type State } from './address'
import type { ShownAssignment } from './assignment-table'
import { shownDetail } from './shown-detail'

type Props = { actor: Actor; whole: Whole; row: Row; state: State }

/** The row of an assignment in words; `grouped`: below the row of its group. */
export function shownAssignment(props: Props, grouped: boolean): ShownAssignment {
  const { actor, whole, row, state } = props
  const { assignment, organizationId, reports } = row
  const own = actor.organizationIds.includes(organizationId)
  const { id, organization, owner, status, dueOn, originalDueOn } = assignment
  return {
    id: rowId(id),
    own,
    changed: state.at === id,
    organization: { href: `/organizations/${organization.slug}`, label: organization.name },
    role: roleInWords(assignment, own, grouped),
    owner: { said: ownerInWords(owner), quiet: !owner?.active },
    due: shownDue(assignment, today()),
    firstSet:
      originalDueOn && originalDueOn !== dueOn
        ? words('one.assignments.firstSet', { date: dateInWords(originalDueOn) })
        : undefined,
    status: { status, label: words(`status.${status}`) },
    remarks: remarksOn(assignment),
    latest: latestOf(reports.at(-1)),
    correct: mayCorrect(props)
      ? {
          href: addressOf(whole.key, opening(state, { report: id, correct: 'latest' }), rowId(id)),
          label: words('one.assignments.correct'),
        }
      : undefined,
    ...stepsOf(props),
    detail: shownDetail(props),
  }
}

/** Below its group's own row one need not say of which group it is a member. */
function roleInWords({ role, group }: Assignment, own: boolean, grouped: boolean) {
  const word = words(`assignmentRole.${role}`)
  if (own) return words('one.assignments.yours', { role: word.toLowerCase() })
  return group && !grouped ? words('one.assignments.via', { role: word, group: group.name }) : word
}

function remarksOn({ closure, progress, verification }: Assignment) {
  if (closure) return [words(`closure.${closure}`)]
  const awaiting = progress === 'implemented' && verification !== 'verified'
  return awaiting ? [words(`verification.${verification}`)] : []
}

const longest = 110

function latestOf(report: Row['reports'][number] | undefined): ShownAssignment['latest'] {
  if (!report) return undefined
  const { narrative, asOf } = report
  // An address that is cut off leads nowhere.
  const said = narrative.length > longest ? shortened(narrative, longest) : withLinks(narrative)
  return { said: narrative ? said : words('one.assignments.erased'), asOf: dateInWords(asOf) }
}

/** Its organization may correct the latest report, and so may who reported on its behalf. */
function mayCorrect({ actor, whole, row, state }: Props) {
  const { id, closure } = row.assignment
  const latest = row.reports.at(-1)
  if (!latest || whole.closure || closure || !mayReportOn(actor, row)) return false
  return state.report !== id && (answersFor(actor, row) || latest.onBehalf)
}

function stepsOf({ actor, whole, row, state }: Props): Pick<ShownAssignment, 'report' | 'change'> {
  const { id, closure, owner } = row.assignment
  if (whole.closure || !mayReportOn(actor, row)) return { report: undefined, change: undefined }
  const to = (form: State) => addressOf(whole.key, opening(state, form), rowId(id))
  const change = mayAssign(actor)
    ? words(closure ? 'one.assignments.reopen' : 'one.assignments.change')
    : !closure && words(owner?.active ? 'one.assignments.changeOwner' : 'one.assignments.nameOwner')
  return {
    report:
      !closure && state.report !== id
        ? { href: to({ report: id }), label: words('one.assignments.report') }
        : undefined,
    change: change && state.change !== id ? { href: to({ change: id }), label: change } : undefined,
  }
}
