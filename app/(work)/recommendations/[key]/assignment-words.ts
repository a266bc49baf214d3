import { opening, recommendationAddress, rowId, type State } from '@/app/_addresses/recommendation'
import { originallyInWords, shownDue } from '@/app/(work)/_components/due-words'
import { ownerInWords } from '@/app/(work)/_components/owner-words'
import { answersFor, mayAssign, mayReportOn } from '@/lib/assignments/policy'
import type { Actor } from '@/lib/domain/actor'
import type { Assignment } from '@/lib/domain/answers'
import { today } from '@/lib/platform/clock'
import { dateInWords, t } from '@/lib/platform/i18n'
import { withLinks } from '@/lib/platform/markdown'
import { shortened } from '@/lib/platform/text'
import type { Row } from '@/lib/register/assignment-rows'
import type { RecommendationView } from '@/lib/register/recommendation-view'
import { shownDetail } from './assignment-detail-words'
import type { ShownAssignment } from './assignment-table'

type Props = { actor: Actor; whole: RecommendationView; row: Row; state: State }

/** The row of an assignment in words; `grouped`: below the row of its group. */
export function shownAssignment(props: Props, grouped: boolean): ShownAssignment {
  const { actor, whole, row, state } = props
  const { assignment, organizationId, reports } = row
  const own = actor.organizationIds.includes(organizationId)
  const { id, organization, owner, status } = assignment
  return {
    id: rowId(id),
    own,
    changed: state.at === id,
    organization: { href: `/organizations/${organization.slug}`, label: organization.name },
    role: roleInWords(assignment, own, grouped),
    owner: { said: ownerInWords(owner), quiet: !owner?.active },
    due: shownDue(assignment, today()),
    firstSet: originallyInWords(assignment),
    status: { status, label: t(`status.${status}`) },
    remarks: remarksOn(assignment),
    latest: latestOf(reports.at(-1)),
    correct: mayCorrect(props)
      ? {
          href: recommendationAddress(whole.key, opening(state, { report: id, correct: 'latest' }), rowId(id)),
          label: t('one.assignments.correct'),
        }
      : undefined,
    ...stepsOf(props),
    detail: shownDetail(props),
  }
}

/** Below its group's own row one need not say of which group it is a member. */
function roleInWords({ role, group }: Assignment, own: boolean, grouped: boolean) {
  const word = t(`assignmentRole.${role}`)
  if (own) return t('one.assignments.yours', { role: word.toLowerCase() })
  return group && !grouped ? t('one.assignments.via', { role: word, group: group.name }) : word
}

function remarksOn({ closure, progress, verification }: Assignment) {
  if (closure) return [t(`closure.${closure}`)]
  const awaiting = progress === 'implemented' && verification !== 'verified'
  return awaiting ? [t(`verification.${verification}`)] : []
}

const longest = 110

function latestOf(report: Row['reports'][number] | undefined): ShownAssignment['latest'] {
  if (!report) return undefined
  const { narrative, asOf } = report
  // An address that is cut off leads nowhere.
  const said = narrative.length > longest ? shortened(narrative, longest) : withLinks(narrative)
  return { said: narrative ? said : t('one.assignments.erased'), asOf: dateInWords(asOf) }
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
  const to = (form: State) => recommendationAddress(whole.key, opening(state, form), rowId(id))
  const change = mayAssign(actor)
    ? t(closure ? 'one.assignments.reopen' : 'one.assignments.change')
    : !closure && t(owner?.active ? 'one.assignments.changeOwner' : 'one.assignments.nameOwner')
  return {
    report:
      !closure && state.report !== id ? { href: to({ report: id }), label: t('one.assignments.report') } : undefined,
    change: change && state.change !== id ? { href: to({ change: id }), label: change } : undefined,
  }
}
