import { pageTitle } from '@/app/_actions/page-title'
import { requireUser } from '@/app/_actions/require-user'
import { pageAddress } from '@/app/_addresses/page-address'
import { paramsIn } from '@/app/_addresses/recommendation-list'
import { EmptyState } from '@/app/_ui/empty-state'
import { Page, PageHead } from '@/app/_ui/layout'
import { Pager } from '@/app/_ui/pager'
import { Rows } from '@/app/_ui/rows'
import { ClaimRow } from '@/app/(work)/_components/claim-row'
import { ForbiddenPage } from '@/app/(work)/_components/forbidden-page'
import { type ReviewQueue, reviewQueue } from '@/lib/overview/review-queue'
import { today } from '@/lib/platform/clock'
import { t } from '@/lib/platform/i18n'

export const generateMetadata = pageTitle('reviews.title')

/** The number of rows on a page: each shows a quote and a report. */
const few = 30

/** The reports that claim implementation and wait for a review. The one that has waited longest comes first. */
export default async function ReviewsPage({ searchParams }: PageProps<'/reviews'>) {
  const actor = await requireUser()
  const after = paramsIn(await searchParams).get('after') ?? undefined
  const queue = await reviewQueue(actor, { after, limit: few })
  if (!queue.ok) return <ForbiddenPage />

  const { items, total } = queue.value
  return (
    <Page>
      <PageHead title={t('reviews.count', { count: total })}>
        <p>{t('reviews.about')}</p>
      </PageHead>
      {items.length === 0 ? (
        <EmptyState title={t('reviews.none')}>{t('reviews.noneAbout')}</EmptyState>
      ) : (
        <>
          <Rows columns="work" ordered label={t('reviews.title')}>
            {items.map((claim) => (
              <ClaimRow key={claim.assignment.id} claim={claim} today={today()} />
            ))}
          </Rows>
          <Onward queue={queue.value} first={after === undefined} />
        </>
      )}
    </Page>
  )
}

function Onward({ queue: { items, next, total }, first }: { queue: ReviewQueue; first: boolean }) {
  if (next === null && first) return null
  return (
    <Pager
      label={t('reviews.pages')}
      previous={first ? undefined : { href: '/reviews', label: t('list.first') }}
      next={next === null ? undefined : { href: pageAddress('/reviews', { after: next }), label: t('list.next') }}
    >
      {t('reviews.shown', { shown: items.length, count: total })}
    </Pager>
  )
}
