import { assignmentAddress } from '@/app/_addresses/assignment'
import { LinkButton } from '@/app/_ui/button'
import { WaitingSince } from '@/app/(work)/_components/waiting-since'
import type { DateRequest } from '@/lib/overview/date-requests'
import { dayOf } from '@/lib/platform/clock'
import { dateInWords, t } from '@/lib/platform/i18n'
import { WhyItWaits } from './why-it-waits'

type Props = { request: DateRequest; main: boolean }

/** A request for another due date that waits for a decision. */
export function DateRequestRow({
  request: { recommendation, assignment, requestedDate, reason, requestedAt },
  main,
}: Props) {
  return (
    <li>
      <div>
        <b>{t('dates.asked', { date: dateInWords(requestedDate) })}</b>
        <br />
        {assignment.dueOn && (
          <>
            <small>{t('dates.now', { date: dateInWords(assignment.dueOn) })}</small>
            <br />
          </>
        )}
        <WaitingSince day={dayOf(new Date(requestedAt))} />
      </div>
      <WhyItWaits recommendation={recommendation} assignment={assignment} reason={reason} />
      <LinkButton href={assignmentAddress(assignment.id, { form: 'decide' }, 'next')} variant={main ? 'main' : 'plain'}>
        {t('myWork.next.decide')}
      </LinkButton>
    </li>
  )
}
