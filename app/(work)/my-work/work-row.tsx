import { Row, Stack } from '@/app/_ui/layout'
import { Status } from '@/app/_ui/status'
import type { WorkItem } from '@/lib/overview/my-work'
import type { SignedIn } from '@/lib/people/session'
import { today } from '@/lib/platform/clock'
import { dateInWords, words } from '@/lib/platform/i18n'
import { BriefRec } from '../brief-rec'
import { NextStep } from '../next-step'
import { ownerInWords } from '../owner-words'
import { ReportedLate } from '../reported-late'
import { WhyNow } from '../why-now'

type Props = { item: WorkItem; actor: SignedIn; main: boolean }

const datedByWhy: readonly WorkItem['why'][] = ['not_started', 'under_way']

/** An assignment: why it stands here, what was agreed, how it stands, what to do next. */
export function WorkRow({ item, actor, main }: Props) {
  const { recommendation, assignment, why } = item
  return (
    <li>
      <div>
        <WhyNow item={item} today={today()} />
        {assignment.dueOn && !datedByWhy.includes(why) && (
          <>
            <br />
            <small>{words('list.due', { date: dateInWords(assignment.dueOn) })}</small>
          </>
        )}
        <ReportedLate assignment={assignment} />
      </div>
      <div>
        <BriefRec item={recommendation} room={120} />
        <Row>
          <Status status={assignment.status} label={words(`status.${assignment.status}`)} />
          <small>{aboutOf(item, actor).join('. ')}</small>
        </Row>
      </div>
      <Stack gap="tight">
        <NextStep item={item} main={main} />
      </Stack>
    </li>
  )
}

/** Whose it is, who answers for it, and of when its latest report is. */
function aboutOf({ assignment: { organization, owner }, reportedOn, why }: WorkItem, actor: SignedIn) {
  const only = actor.organizations.length === 1 && actor.organizations[0]?.slug === organization.slug
  const answering =
    owner &&
    (owner.id === actor.id
      ? words('work.mine')
      : owner.active
        ? words('work.owner', { name: owner.name })
        : ownerInWords(owner))
  return [
    ...(only ? [] : [organization.name]),
    ...(answering ? [answering] : why === 'unowned' ? [] : [words('list.noOwner')]),
    ...(reportedOn ? [words('work.reported', { date: dateInWords(reportedOn) })] : []),
  ]
}
