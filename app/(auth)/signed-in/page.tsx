import { pageTitle } from '@/app/_actions/page-title'
import { requireUser } from '@/app/_actions/require-user'
import { AuthLayout } from '@/app/auth-layout'
import { t } from '@/lib/platform/i18n'

export const generateMetadata = pageTitle('signIn.doneTitle')

/** Where signing in in a new tab ends: the form waits in the other one. */
export default async function SignedInPage() {
  const { name } = await requireUser()
  return (
    <AuthLayout title={t('signIn.doneTitle')}>
      <p>{t('signIn.done', { name })}</p>
    </AuthLayout>
  )
}
