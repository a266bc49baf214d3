import { MessagePage } from '@/app/message-page'
import { t } from '@/lib/platform/i18n'
import { answerForbidden } from '@/lib/platform/request-scope'

/**
 * Answers 403 and says that the reader may not see this page. Rendered in place of a page, because Next's own
 * `forbidden()` would show nothing without script.
 */
export function ForbiddenPage() {
  answerForbidden()
  return (
    <MessagePage title={t('shell.forbidden.title')} home={t('shell.not_found.home')}>
      {t('shell.forbidden.about')}
    </MessagePage>
  )
}
