import { t } from '@/lib/platform/i18n'
import { answerNotFound } from '@/lib/platform/request-scope'
import { MessagePage } from './message-page'

/**
 * Answers 404 and says that there is no such page. Rendered in place of a page, because Next sends the not-found page of
 * `notFound()` without any text to browsers that run no script.
 */
export function NotFoundPage() {
  answerNotFound()
  return (
    <MessagePage title={t('shell.not_found.title')} home={t('shell.not_found.home')}>
      {t('shell.not_found.about')}
    </MessagePage>
  )
}
