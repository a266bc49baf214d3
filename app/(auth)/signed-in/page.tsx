import { pageTitle } from '@/app/_actions/page-title'
import { requireUser } from '@/app/_actions/require-user'
import { AuthLayout } from '@/app/auth-layout'
import { t } from '@/lib/platform/i18n'

export const generateMetadata = pageTitle('signIn.doneTitle')

/** The page after signing in in a new tab. The form waits in the other tab. */
export default async function SignedInPage() {
  const { name } = await requireUser()
  return (
    <AuthLayout title={t('signIn.doneTitle')}>
      <p>{t('signIn.done', { name })}</p>
    </AuthLayout>
  )
}
