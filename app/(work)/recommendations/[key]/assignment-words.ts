import { assignmentAddress } from '@/app/_addresses/assignment'
import { organizationAddress } from '@/app/_addresses/organization'
import { opening, recommendationAddress, rowId, type State } from '@/app/_addresses/recommendation'
import { remarksOnDate, shownDue } from '@/app/(work)/_components/due-words'
import { ownerInWords } from '@/app/(work)/_components/owner-words'
import { remarksOn } from '@/app/(work)/_components/status-remarks'
import { mayAssign, mayCorrect, mayReportOn } from '@/lib/assignments/policy'
import { reportableProgress, takesChange, takesClosure, takesReopening } from '@/lib/assignments/possible-changes'
import type { Actor } from '@/lib/domain/actor'
import type { Assignment } from '@/lib/domain/answer-shapes'
import { unwritten } from '@/lib/domain/report-words'
import { mayOpen } from '@/lib/organizations/policy'
import { dateInWords, t } from '@/lib/platform/i18n'
import { beginningOf, plainWords, withLinks } from '@/lib/platform/markdown'
import { shownDay } from '@/lib/platform/shown-day'
import type { Row } from '@/lib/register/assignment-rows'
import { placeOfRow, type RecommendationView } from '@/lib/register/recommendation-view'
import { shownDetail } from './assignment-detail-words'
import type { ShownAssignment } from './assignment-table'

type Props = { actor: Actor; whole: RecommendationView; row: Row; state: State; outcome: string }

/** Returns the texts of an assignment's row. `grouped` means that it is below the row of its group. */
export function shownAssignment(props: Props, grouped: boolean): ShownAssignment {
  const { actor, whole, row, state } = props
  const { assignment, organizationId, latest, reportCount: count } = row
  const own = actor.organizationIds.includes(organizationId)
  const { id, organization, owner, status } = assignment
  return {
    id: rowId(id),
    own,
    changed: state.at === id,
    organization: {
      href: mayOpen(actor, { archived: row.organizationArchived }) ? organizationAddress(organization.slug) : undefined,
      label: organization.name,
    },
    role: roleInWords(assignment, own, grouped),
    owner: { text: ownerInWords(owner), quiet: !owner?.active },
    due: shownDue(assignment, shownDay()),
    dueRemarks: remarksOnDate(row),
    status: { status, label: t(`status.${status}`) },
    remarks: remarksOn(assignment, shownDay()),
    latest: latestOf(latest),
    correct: offersCorrection(props)
      ? {
          href: recommendationAddress(whole.key, opening(state, { report: id, correct: 'latest' }), rowId(id)),
          label: t('recommendation.assignments.correct'),
        }
      : undefined,
    page:
      count > 1
        ? { href: assignmentAddress(id, {}, 'reports'), label: t('recommendation.assignments.reports', { count }) }
        : { href: assignmentAddress(id), label: t('recommendation.assignments.open') },
    ...stepsOf(props),
    detail: shownDetail(props),
  }
}

/** Below the row of its group, the name of the group is not repeated. */
function roleInWords({ role, group }: Assignment, own: boolean, grouped: boolean) {
  const word = t(`assignmentRole.${role}`)
  if (own) return t('recommendation.assignments.yours', { role: word.toLowerCase() })
  return group && !grouped ? t('recommendation.assignments.via', { role: word, group: group.name }) : word
}

const longest = 160

function latestOf(report: Row['latest']): ShownAssignment['latest'] {
  if (!report) return undefined
  const { narrative, letterOn } = report
  const date = [dateInWords(report.asOf), ...(letterOn ? [t('letter.by', { date: dateInWords(letterOn) })] : [])].join(
    '. ',
  )
  if (!narrative) return { text: unwritten(report), asOf: date }
  // A URL that is cut off would lead nowhere.
  return narrative.length > longest
    ? { text: beginningOf(narrative, longest), paper: withLinks(narrative), asOf: date }
    : { text: withLinks(plainWords(narrative)), asOf: date }
}

function offersCorrection({ actor, whole, row: { latest, ...row }, state }: Props) {
  if (!latest || reportableProgress(placeOfRow(whole, row)).length === 0) return false
  return state.report !== row.assignment.id && mayCorrect(actor, row, latest)
}

function stepsOf({ actor, whole, row, state }: Props): Pick<ShownAssignment, 'report' | 'change'> {
  const { id } = row.assignment
  if (!mayReportOn(actor, row)) return { report: undefined, change: undefined }
  const reports = reportableProgress(placeOfRow(whole, row)).length > 0
  return {
    report:
      reports && state.report !== id
        ? {
            href: recommendationAddress(whole.key, opening(state, { report: id }), rowId(id)),
            label: t('recommendation.assignments.report'),
          }
        : undefined,
    change: changeOf({ actor, whole, row }),
  }
}

/**
 * Returns the link to the form on the assignment's page with which the reader can change, close or reopen it. While the
 * whole recommendation is closed, only the assignment's page offers that.
 */
function changeOf({ actor, whole, row }: Omit<Props, 'state' | 'outcome'>) {
  if (whole.closure) return undefined
  const { id, owner } = row.assignment
  const place = placeOfRow(whole, row)
  const to = (form: 'change' | 'close', label: string) => ({ href: assignmentAddress(id, { form }, 'next'), label })
  if (!mayAssign(actor)) {
    const label = t(owner?.active ? 'recommendation.assignments.changeOwner' : 'recommendation.assignments.nameOwner')
    return takesChange(place) ? to('change', label) : undefined
  }
  if (takesChange(place)) return to('change', t('recommendation.assignments.change'))
  if (takesReopening(place)) return to('change', t('recommendation.assignments.reopen'))
  return takesClosure(place) ? to('close', t('recommendation.assignments.close')) : undefined
}
