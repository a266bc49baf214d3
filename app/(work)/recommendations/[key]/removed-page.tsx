import { documentAddress } from '@/app/_addresses/document'
import { LinkButton } from '@/app/_ui/button'
import { Page, PageHead } from '@/app/_ui/layout'
import { dayOf } from '@/lib/platform/clock'
import { dateInWords, t } from '@/lib/platform/i18n'
import type { Removed } from '@/lib/recommendations/find-removed'

/** Says that the recommendation was removed, when and why, and links to its document. */
export const RemovedPage = ({ removed: { key, title, document, removedAt, withdrawn } }: { removed: Removed }) => (
  <Page>
    <PageHead title={t('recommendation.removed.title')}>
      <p>
        {t('recommendation.removed.about', {
          key,
          title,
          date: dateInWords(dayOf(new Date(removedAt))),
          withdrawn: withdrawn ?? 'none',
        })}
      </p>
    </PageHead>
    <LinkButton href={documentAddress(document, {})} variant="main">
      {t('recommendation.removed.document')}
    </LinkButton>
  </Page>
)
