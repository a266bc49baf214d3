import { assignmentAddress } from '@/app/_addresses/assignment'
import { recommendationListAddress } from '@/app/_addresses/recommendation-list'
import { LinkButton } from '@/app/_ui/button'
import { Section, Stack } from '@/app/_ui/layout'
import { Rows } from '@/app/_ui/rows'
import { NamedRecommendation } from '@/app/(work)/_components/recommendation-reference'
import { WaitingSince } from '@/app/(work)/_components/waiting-since'
import type { AllNotAccepted, NotAccepted } from '@/lib/overview/not-accepted'
import { t } from '@/lib/platform/i18n'
import { shortened } from '@/lib/platform/text'

/** The recommendations that their organizations do not accept, which wait for a coordinator, the earliest answer first. */
export const WorkNotAccepted = ({ found: { items, total } }: { found: AllNotAccepted }) => (
  <Section
    title={t('answer.queue', { count: total })}
    actions={
      <small>
        <a
          href={recommendationListAddress({ view: 'assignments', position: ['not_accepted'], assignment: ['pending'] })}
        >
          {t('list.all', { count: total })}
        </a>
      </small>
    }
  >
    <Rows columns="work" label={t('answer.queue', { count: total })}>
      {items.map((item) => (
        <Line key={item.assignment.id} item={item} />
      ))}
    </Rows>
  </Section>
)

/** How many characters of a reason fit in two lines. */
const room = 180

function Line({ item: { recommendation, assignment, reason, answeredOn } }: { item: NotAccepted }) {
  return (
    <li>
      <div>
        <b>{t('position.not_accepted')}</b>
        <br />
        <WaitingSince day={answeredOn} />
      </div>
      <Stack gap="tight">
        <NamedRecommendation item={recommendation} href={assignmentAddress(assignment.id)} />
        <span>
          <b dir="auto">{assignment.organization.name}</b>
          <br />
          <span dir="auto">{shortened(reason, room)}</span>
        </span>
      </Stack>
      <Stack gap="tight">
        <LinkButton href={assignmentAddress(assignment.id, { form: 'again' }, 'next')}>
          {t('answer.askAgain.open')}
        </LinkButton>
        <LinkButton href={assignmentAddress(assignment.id, { form: 'close' }, 'next')} variant="quiet">
          {t('recommendation.assignments.close')}
        </LinkButton>
      </Stack>
    </li>
  )
}
