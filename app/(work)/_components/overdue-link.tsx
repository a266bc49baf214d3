import { recommendationListAddress } from '@/app/_addresses/recommendation-list'
import { Overdue } from '@/app/_ui/text'
import { t } from '@/lib/platform/i18n'

type Props = { count: number; whose: { organization?: string; group?: string } }

/** The number of overdue assignments of an organization or a group, with a link to their list. */
export const OverdueLink = ({ count, whose }: Props) => (
  <Overdue>
    <a href={recommendationListAddress({ view: 'assignments', ...whose, due: 'overdue' })}>
      {t('dashboard.overdue', { count })}
    </a>
  </Overdue>
)
