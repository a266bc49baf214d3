import { recommendationAddress } from '@/app/_addresses/recommendation'
import { LinkButton } from '@/app/_ui/button'
import { RecommendationSummary } from '@/app/(work)/_components/recommendation-summary'
import type { WorkRecommendation } from '@/lib/overview/work-sql'
import { t } from '@/lib/platform/i18n'

/** An unassigned recommendation, for people who may assign it. */
export const UnassignedRow = ({ item }: { item: WorkRecommendation }) => (
  <li>
    <b>{t('list.nobody')}</b>
    <div>
      <RecommendationSummary item={item} room={120} />
    </div>
    <LinkButton href={recommendationAddress(item.key, { assign: 'open' }, 'assignments')}>
      {t('myWork.next.assign')}
    </LinkButton>
  </li>
)
