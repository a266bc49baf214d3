import { assignmentAddress } from '@/app/_addresses/assignment'
import { LinkButton } from '@/app/_ui/button'
import { Stack } from '@/app/_ui/layout'
import { Muted } from '@/app/_ui/text'
import { RecommendationSummary } from '@/app/(work)/_components/recommendation-summary'
import { ReportedLate } from '@/app/(work)/_components/reported-late'
import { WaitingSince } from '@/app/(work)/_components/waiting-since'
import type { WaitingClaim } from '@/lib/overview/review-queue'
import { dayOf, daysBetween } from '@/lib/platform/clock'
import { t } from '@/lib/platform/i18n'
import { beginningOf } from '@/lib/platform/markdown'

type Props = { claim: WaitingClaim; today: string; main?: boolean | undefined }

/** How many characters of a report fit in three lines. */
const room = 280

/** A report that waits: since when, on what, the beginning of its text, and the way to review it. */
export function ClaimRow({ claim, today, main }: Props) {
  const { recommendation, assignment, report, claimedAt, own } = claim
  const since = dayOf(new Date(claimedAt))
  const { name } = assignment.organization
  return (
    <li>
      <div>
        <b>{t('reviews.waiting', { days: daysBetween(since, today) })}</b>
        <br />
        <WaitingSince day={since} />
        <ReportedLate assignment={assignment} />
      </div>
      <Stack gap="tight">
        <RecommendationSummary item={recommendation} href={assignmentAddress(assignment.id)} room={120} />
        <p>
          <b dir="auto">{name}</b>
          <br />
          <span dir="auto">
            {report.narrative ? (
              beginningOf(report.narrative, room)
            ) : (
              <Muted>{t('recommendation.assignments.erased')}</Muted>
            )}
          </span>
        </p>
        <small>
          {[t(report.onBehalf ? 'reviews.onBehalf' : 'reviews.by', { author: report.author.name })]
            .concat(own ? t(`review.own.${own}`) : [])
            .join('. ')}
        </small>
      </Stack>
      {!own && (
        <LinkButton
          href={assignmentAddress(assignment.id, { form: 'review' }, 'next')}
          variant={main ? 'main' : 'plain'}
        >
          {t('reviews.review')}
        </LinkButton>
      )}
    </li>
  )
}
