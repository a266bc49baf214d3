import { assignmentAddress } from '@/app/_addresses/assignment'
import { myWorkAddress } from '@/app/_addresses/my-work'
import { recommendationAddress } from '@/app/_addresses/recommendation'
import { recommendationListAddress } from '@/app/_addresses/recommendation-list'
import { LinkButton } from '@/app/_ui/button'
import { Row, Section, Stack } from '@/app/_ui/layout'
import { Rows } from '@/app/_ui/rows'
import { Muted } from '@/app/_ui/text'
import { NextStepButton } from '@/app/(work)/_components/next-step-button'
import { NamedRecommendation } from '@/app/(work)/_components/recommendation-reference'
import { Urgency } from '@/app/(work)/_components/urgency'
import { readsAllAudiences } from '@/lib/domain/actor'
import type { Dashboard } from '@/lib/overview/dashboard'
import { waitingDateRequests } from '@/lib/overview/date-requests'
import type { MyWork as Work } from '@/lib/overview/my-work'
import { workNotAccepted } from '@/lib/overview/not-accepted'
import { mostCounted, waitingReviews } from '@/lib/overview/review-queue'
import { beginningOfWaiting } from '@/lib/overview/waiting-place'
import type { SignedIn } from '@/lib/people/session'
import { t } from '@/lib/platform/i18n'

/** Only their number is shown. */
const none = { from: beginningOfWaiting, limit: 0 }

type Props = { actor: SignedIn; seen: Dashboard; work: Work }

/** The reader's first few tasks, each with its next step. */
export async function MyWork({ actor, seen: { assignments, today }, work }: Props) {
  const { items, total, unassigned } = work
  const open = unassigned.items.slice(0, items.length > 1 ? 1 : 3)
  const all = total + unassigned.total
  return (
    <Section
      card
      screen
      title={t('dashboard.forYou')}
      actions={
        all > 0 && (
          <small>
            <a href="/my-work">{t('dashboard.myWork', { assignments: total, toAssign: unassigned.total })}</a>
          </small>
        )
      }
    >
      {readsAllAudiences(actor) && (
        <ToReview
          {...assignments}
          requests={(await waitingDateRequests(actor, none)).total}
          refused={(await workNotAccepted(actor, none)).total}
          reviews={(await waitingReviews(actor)) ?? 0}
        />
      )}
      {all === 0 && !readsAllAudiences(actor) && <Muted>{t('dashboard.nothingForYou')}</Muted>}
      <Rows>
        {items.slice(0, 3).map((item, place) => (
          <li key={item.assignment.id}>
            <Stack gap="tight">
              <Urgency item={item} today={today} />
              <div>
                <NamedRecommendation item={item.recommendation} href={assignmentAddress(item.assignment.id)} light />
                {actor.organizations.length !== 1 && <small>{item.assignment.organization.name}</small>}
              </div>
              <Row>
                <NextStepButton item={item} main={place === 0} />
              </Row>
            </Stack>
          </li>
        ))}
        {open.map((item) => (
          <li key={item.key}>
            <Stack gap="tight">
              <b>{t('dashboard.nobody')}</b>
              <div>
                <NamedRecommendation item={item} light />
              </div>
              <Row>
                <LinkButton href={recommendationAddress(item.key, { assign: 'open' }, 'assignments')}>
                  {t('myWork.next.assign')}
                </LinkButton>
              </Row>
            </Stack>
          </li>
        ))}
      </Rows>
    </Section>
  )
}

type ToReviewProps = Dashboard['assignments'] & { requests: number; refused: number; reviews: number }

/** For people who follow the work of all organizations: what is late, what to review, and which requests to decide. */
function ToReview({ overdue, reviews, requests, refused }: ToReviewProps) {
  if (overdue + reviews + requests + refused === 0) return <Muted>{t('dashboard.nothingToReview')}</Muted>
  return (
    <ul>
      {overdue > 0 && (
        <li>
          <a href={recommendationListAddress({ view: 'assignments', due: 'overdue' })}>
            {t('dashboard.overdueAll', { count: overdue })}
          </a>
        </li>
      )}
      {reviews > 0 && (
        <li>
          <a href="/reviews">{t('reviews.some', { count: reviews, more: String(reviews === mostCounted) })}</a>
        </li>
      )}
      {requests > 0 && (
        <li>
          <a href={myWorkAddress({ kind: 'decide' })}>{t('dates.queue', { count: requests })}</a>
        </li>
      )}
      {refused > 0 && (
        <li>
          <a href={myWorkAddress({ kind: 'not_accepted' })}>{t('answer.queue', { count: refused })}</a>
        </li>
      )}
    </ul>
  )
}
