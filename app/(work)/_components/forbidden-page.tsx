import { MessagePage } from '@/app/message-page'
import { t } from '@/lib/platform/i18n'

/** Replaces a page that the reader may not see. Next's own `forbidden()` would show nothing without script. */
export const ForbiddenPage = () => (
  <MessagePage title={t('shell.forbidden.title')} home={t('shell.not_found.home')}>
    {t('shell.forbidden.about')}
  </MessagePage>
)
