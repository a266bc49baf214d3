import { recommendationAddress } from '@/app/_addresses/recommendation'
import { LinkButton } from '@/app/_ui/button'
import { ClaimRow } from '@/app/(work)/_components/claim-row'
import { RecommendationSummary } from '@/app/(work)/_components/recommendation-summary'
import type { Task } from '@/lib/overview/task-sources'
import type { WorkRecommendation } from '@/lib/overview/work-sql'
import type { SignedIn } from '@/lib/people/session'
import { today } from '@/lib/platform/clock'
import { t } from '@/lib/platform/i18n'
import { DateRequestRow } from './date-request-row'
import { NotAcceptedRow } from './not-accepted-row'
import { StepRow } from './step-row'
import { WorkRow } from './work-row'

type Props = { task: Task; actor: SignedIn; main: boolean }

/** Something to do: when it is due or since when it waits, which assignment it is about, and one button. */
export function TaskRow({ task, actor, main }: Props) {
  switch (task.kind) {
    case 'plan':
      return <StepRow step={task.step} actor={actor} main={main} />
    case 'review':
      return <ClaimRow claim={task.claim} today={today()} main={main} />
    case 'decide':
      return <DateRequestRow request={task.request} main={main} />
    case 'not_accepted':
      return <NotAcceptedRow found={task.found} main={main} />
    case 'assign':
      return <UnassignedRow item={task.recommendation} main={main} />
    default:
      return <WorkRow item={task.item} actor={actor} main={main} />
  }
}

/** Returns what tells a task from all others in a list. */
export function keyOf(task: Task) {
  switch (task.kind) {
    case 'plan':
      return task.step.id
    case 'review':
      return task.claim.report.id
    case 'decide':
      return task.request.id
    case 'not_accepted':
      return task.found.id
    case 'assign':
      return task.recommendation.key
    default:
      return task.item.assignment.id
  }
}

/** A recommendation for action that is not assigned. */
const UnassignedRow = ({ item, main }: { item: WorkRecommendation; main: boolean }) => (
  <li>
    <b>{t('list.nobody')}</b>
    <div>
      <RecommendationSummary item={item} room={120} />
    </div>
    <LinkButton
      href={recommendationAddress(item.key, { assign: 'open' }, 'assignments')}
      variant={main ? 'main' : 'plain'}
    >
      {t('myWork.next.assign')}
    </LinkButton>
  </li>
)
