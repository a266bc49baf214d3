import { LinkButton } from '@/app/_ui/button'
import { FormsOf } from '@/app/_ui/form-context'
import { Stack } from '@/app/_ui/layout'
import { WorkFrame } from '@/app/work-frame'
import { currentActor } from '@/lib/people/session'
import { t } from '@/lib/platform/i18n'
import { AuthLayout } from './auth-layout'
import { MessagePage } from './message-page'

export const metadata = { title: t('shell.not_found.title') }

/** Says that there is no page at an address; who is signed in keeps the menu. */
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

const NothingHere = () => (
  <AuthLayout title={t('shell.not_found.title')}>
    <Stack>
      <p>{t('shell.not_found.about')}</p>
      <div>
        <LinkButton href="/" variant="main">
          {t('shell.not_found.home')}
        </LinkButton>
      </div>
    </Stack>
  </AuthLayout>
)
