import { assignmentAddress } from '@/app/_addresses/assignment'
import { Row } from '@/app/_ui/layout'
import { Status } from '@/app/_ui/status'
import { askedInWords } from '@/app/(work)/_components/due-words'
import { NextStepButton } from '@/app/(work)/_components/next-step-button'
import { ownerInWords } from '@/app/(work)/_components/owner-words'
import { RecommendationSummary } from '@/app/(work)/_components/recommendation-summary'
import { ReportedLate } from '@/app/(work)/_components/reported-late'
import { Urgency } from '@/app/(work)/_components/urgency'
import { askedBeforeDue, type WorkItem } from '@/lib/overview/my-work'
import type { SignedIn } from '@/lib/people/session'
import { today } from '@/lib/platform/clock'
import { dateInWords, t } from '@/lib/platform/i18n'

type Props = { item: WorkItem; actor: SignedIn; main: boolean }

const datedByWhy: readonly WorkItem['why'][] = ['not_started', 'under_way']

/** An assignment: why it is in the list, the text of the recommendation, the status, and what to do next. */
export function WorkRow({ item, actor, main }: Props) {
  const { recommendation, assignment } = item
  const dates = datesOf(item)
  return (
    <li>
      <div>
        <Urgency item={item} today={today()} />
        {dates && (
          <>
            <br />
            <small>{dates}</small>
          </>
        )}
        <ReportedLate assignment={assignment} />
      </div>
      <div>
        <RecommendationSummary item={recommendation} href={assignmentAddress(assignment.id)} room={120} />
        <Row>
          <Status status={assignment.status} label={t(`status.${assignment.status}`)} />
          <small>{aboutOf(item, actor).join('. ')}</small>
        </Row>
        {asksForPositionToo(item) && (
          <a href={assignmentAddress(assignment.id, { form: 'position' }, 'next')}>{t('myWork.next.position')}</a>
        )}
      </div>
      <NextStepButton item={item} main={main} />
    </li>
  )
}

/** Returns whether a cycle asks for a position while something else is to be done first. */
const asksForPositionToo = ({ next, cycles = [] }: WorkItem) =>
  next !== undefined && next !== 'position' && cycles.some(({ asks }) => asks === 'position')

/** Returns what the cycle asks for that decides on the place of the assignment, or else the due date, unless it is shown already. */
function datesOf(item: WorkItem) {
  const { assignment, why } = item
  const asked = askedBeforeDue(item)
  if (asked) return askedInWords(asked)
  return assignment.dueOn && !datedByWhy.includes(why)
    ? t('list.due', { date: dateInWords(assignment.dueOn) })
    : undefined
}

/**
 * Returns the organization, the owner, the date of the latest report, who saved its draft, the due date that was requested,
 * and what reporting cycles ask for.
 */
function aboutOf(item: WorkItem, actor: SignedIn) {
  const { assignment, reportedOn, requested, draft, cycles = [], why } = item
  const { organization, owner, dueOn } = assignment
  const asked = askedBeforeDue(item)
  const only = actor.organizations.length === 1 && actor.organizations[0]?.slug === organization.slug
  const answering =
    owner &&
    (owner.id === actor.id
      ? t('myWork.mine')
      : owner.active
        ? t('myWork.owner', { name: owner.name })
        : ownerInWords(owner))
  return [
    ...(only ? [] : [organization.name]),
    ...(answering ? [answering] : why === 'unowned' ? [] : [t('list.noOwner')]),
    ...(reportedOn ? [t('myWork.reported', { date: dateInWords(reportedOn) })] : []),
    ...(draft ? [t('myWork.draft', { name: draft.savedBy.name })] : []),
    ...(requested ? [t('dates.asked', { date: dateInWords(requested.dueOn) })] : []),
    ...(asked && dueOn ? [t('list.due', { date: dateInWords(dueOn) })] : []),
    ...cycles.filter((cycle) => cycle !== asked).map(askedInWords),
  ]
}
