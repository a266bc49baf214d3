import { assignmentAddress } from '@/app/_addresses/assignment'
import { LinkButton } from '@/app/_ui/button'
import { Stack } from '@/app/_ui/layout'
import { NamedRecommendation } from '@/app/(work)/_components/recommendation-reference'
import { WaitingSince } from '@/app/(work)/_components/waiting-since'
import type { DateRequest } from '@/lib/overview/date-requests'
import { dayOf } from '@/lib/platform/clock'
import { dateInWords, t } from '@/lib/platform/i18n'
import { shortened } from '@/lib/platform/text'

/** How many characters of a reason fit in two lines. */
const room = 180

type Props = { request: DateRequest; main: boolean }

/** A request for another due date that waits for a decision. */
export function DateRequestRow({ request: { recommendation, assignment, asked, reason, askedAt }, main }: Props) {
  return (
    <li>
      <div>
        <b>{t('dates.asked', { date: dateInWords(asked) })}</b>
        <br />
        {assignment.dueOn && (
          <>
            <small>{t('dates.now', { date: dateInWords(assignment.dueOn) })}</small>
            <br />
          </>
        )}
        <WaitingSince day={dayOf(new Date(askedAt))} />
      </div>
      <Stack gap="tight">
        <NamedRecommendation item={recommendation} href={assignmentAddress(assignment.id)} />
        <span>
          <b dir="auto">{assignment.organization.name}</b>
          <br />
          <span dir="auto">{shortened(reason, room)}</span>
        </span>
      </Stack>
      <LinkButton href={assignmentAddress(assignment.id, { form: 'decide' }, 'next')} variant={main ? 'main' : 'plain'}>
        {t('myWork.next.decide')}
      </LinkButton>
    </li>
  )
}
