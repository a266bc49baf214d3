import { assignmentAddress } from '@/app/_addresses/assignment'
import { LinkButton } from '@/app/_ui/button'
import { Section, Stack } from '@/app/_ui/layout'
import { Rows } from '@/app/_ui/rows'
import { NamedRecommendation } from '@/app/(work)/_components/recommendation-reference'
import { WaitingSince } from '@/app/(work)/_components/waiting-since'
import type { DateRequest, DateRequests as Requests } from '@/lib/overview/date-requests'
import { dayOf } from '@/lib/platform/clock'
import { dateInWords, t } from '@/lib/platform/i18n'
import { shortened } from '@/lib/platform/text'

/** The requests for another due date that wait for a coordinator, the oldest first. */
export const DateRequests = ({ requests: { items, total } }: { requests: Requests }) => (
  <Section title={t('dates.queue', { count: total })}>
    <Rows columns="work" label={t('dates.queue', { count: total })}>
      {items.map((item) => (
        <Line key={item.assignment.id} item={item} />
      ))}
    </Rows>
  </Section>
)

/** How many characters of a reason fit in two lines. */
const room = 180

function Line({ item: { recommendation, assignment, asked, reason, askedAt } }: { item: DateRequest }) {
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
      <LinkButton href={assignmentAddress(assignment.id, { form: 'decide' }, 'next')}>
        {t('dates.decide.open')}
      </LinkButton>
    </li>
  )
}
