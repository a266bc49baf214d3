import { Excerpt } from '@/app/_ui/quote'
import { Rec } from '@/app/_ui/rec'
import { Status } from '@/app/_ui/status'
import type { WorkItem } from '@/lib/overview/my-work'
import { dateInWords, words } from '@/lib/platform/i18n'
import { shortKey } from '@/lib/recommendations/key'
import { NextStep } from '../next-step'
import { pathOf } from '../recommendations/[key]/address'
import { WhyNow } from '../why-now'

type Props = { item: WorkItem; today: string; main: boolean; named: boolean }

/** An assignment: why it stands here, what was agreed, how it stands, what to do next. */
export function WorkRow({ item, today, main, named }: Props) {
  const { recommendation, assignment, why } = item
  const { key, code, title, quote } = recommendation
  const owner = assignment.owner?.name
  return (
    <li>
      <div>
        <WhyNow item={item} today={today} />
        {assignment.dueOn && why !== 'later' && (
          <>
            <br />
            <small>{words('list.due', { date: dateInWords(assignment.dueOn) })}</small>
          </>
        )}
      </div>
      <div>
        <Rec href={pathOf(key)} short={shortKey(key, code)} title={title} />
        <Excerpt>{quote}</Excerpt>
        <div>
          <Status status={assignment.status} label={words(`status.${assignment.status}`)} />{' '}
          <small>
            {[
              ...(named ? [assignment.organization.name] : []),
              ...(owner ? [owner] : why === 'unowned' ? [] : [words('list.noOwner')]),
            ].join(', ')}
          </small>
        </div>
      </div>
      <NextStep item={item} main={main} />
    </li>
  )
}
