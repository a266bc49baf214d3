import { pageTitle } from '@/app/_actions/page-title'
import { FormsOf } from '@/app/_ui/form-context'
import { MessagePage } from '@/app/message-page'
import NothingHere from '@/app/not-found'
import { WorkFrame } from '@/app/work-frame'
import { currentActor } from '@/lib/people/session'
import { t } from '@/lib/platform/i18n'

export const generateMetadata = pageTitle('shell.not_found.title')

/** Says that there is no page at this address. People who are signed in keep the menu. */
export default async function NotFound() {
  const actor = await currentActor()
  if (!actor) return <NothingHere />
  return (
    <FormsOf account={actor.id}>
      <WorkFrame actor={actor}>
        <MessagePage title={t('shell.not_found.title')} home={t('shell.not_found.home')}>
          {t('shell.not_found.about')}
        </MessagePage>
      </WorkFrame>
    </FormsOf>
  )
}
