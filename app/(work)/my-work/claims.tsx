import { Section } from '@/app/_ui/layout'
import { Rows } from '@/app/_ui/rows'
import { ClaimRow } from '@/app/(work)/_components/claim-row'
import { type ClaimsToReview, mostCounted } from '@/lib/overview/review-queue'
import { today } from '@/lib/platform/clock'
import { t } from '@/lib/platform/i18n'

/** The first reports that the reader may review, the one that has waited longest first. */
export const Claims = ({ claims: { items, count } }: { claims: ClaimsToReview }) => (
  <Section
    title={titleOf(count)}
    actions={
      <small>
        <a href="/reviews">{t('myWork.allClaims')}</a>
      </small>
    }
  >
    <Rows columns="work" label={titleOf(count)}>
      {items.map((claim) => (
        <ClaimRow key={claim.assignment.id} claim={claim} today={today()} />
      ))}
    </Rows>
  </Section>
)

const titleOf = (count: number) => t('reviews.some', { count, more: String(count === mostCounted) })
