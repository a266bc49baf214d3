import { pageTitle } from '@/app/_actions/page-title'
import { MessagePage } from '@/app/message-page'
import { t } from '@/lib/platform/i18n'

export const generateMetadata = pageTitle('shell.not_found.title')

export default function NotFound() {
  return (
    <MessagePage title={t('shell.not_found.title')} home={t('shell.not_found.home')}>
      {t('shell.not_found.about')}
    </MessagePage>
  )
}
