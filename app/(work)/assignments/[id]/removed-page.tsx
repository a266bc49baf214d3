import { assignmentAddress } from '@/app/_addresses/assignment'
import { recommendationPath } from '@/app/_addresses/recommendation'
import { LinkButton } from '@/app/_ui/button'
import { Page, PageHead, Row } from '@/app/_ui/layout'
import type { RemovedAssignment } from '@/lib/assignments/find-removed'
import { dayOf } from '@/lib/platform/clock'
import { dateInWords, t } from '@/lib/platform/i18n'

/** Says that the assignment was removed, and links to its recommendation and to the assignment that replaces it. */
export function RemovedPage({
  removed: { organization, key, title, removedAt, merged },
}: {
  removed: RemovedAssignment
}) {
  const params = { organization, title, date: dateInWords(dayOf(removedAt)) }
  return (
    <Page>
      <PageHead title={t('assignment.removed.title')}>
        <p>
          {merged
            ? t('assignment.removed.merged', { ...params, into: merged.name })
            : t('assignment.removed.about', params)}
        </p>
      </PageHead>
      <Row>
        {merged?.assignment && (
          <LinkButton href={assignmentAddress(merged.assignment)} variant="main">
            {t('assignment.removed.staying', { organization: merged.name })}
          </LinkButton>
        )}
        <LinkButton href={recommendationPath(key)} variant={merged?.assignment ? 'plain' : 'main'}>
          {t('assignment.removed.recommendation')}
        </LinkButton>
      </Row>
    </Page>
  )
}
