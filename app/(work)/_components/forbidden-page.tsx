import { MessagePage } from '@/app/message-page'
import { t } from '@/lib/platform/i18n'

/** Said in place of a page that is for others. Next's own `forbidden()` would show nothing where no script runs. */
export const ForbiddenPage = () => (
  <MessagePage title={t('shell.forbidden.title')} home={t('shell.not_found.home')}>
    {t('shell.forbidden.about')}
  </MessagePage>
)
