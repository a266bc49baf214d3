import { recommendationPath } from '@/app/_addresses/recommendation'
import { LinkButton } from '@/app/_ui/button'
import { Page, PageHead } from '@/app/_ui/layout'
import type { RemovedAssignment } from '@/lib/assignments/find-removed'
import { dayOf } from '@/lib/platform/clock'
import { dateInWords, t } from '@/lib/platform/i18n'

/** Says that the assignment was removed, and links to its recommendation. */
export const RemovedPage = ({ removed: { organization, key, title, removedAt } }: { removed: RemovedAssignment }) => (
  <Page>
    <PageHead title={t('assignment.removed.title')}>
      <p>{t('assignment.removed.about', { organization, title, date: dateInWords(dayOf(removedAt)) })}</p>
    </PageHead>
    <LinkButton href={recommendationPath(key)} variant="main">
      {t('assignment.removed.recommendation')}
    </LinkButton>
  </Page>
)
