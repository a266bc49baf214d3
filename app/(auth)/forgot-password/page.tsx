import { pageTitle } from '@/app/_actions/page-title'
import { ActionForm } from '@/app/_ui/action-form'
import { FormEmail } from '@/app/_ui/form-email'
import { Fields } from '@/app/_ui/form-layout'
import { Stack } from '@/app/_ui/layout'
import { Notice } from '@/app/_ui/notice'
import { SubmitButton } from '@/app/_ui/submit-button'
import { AuthLayout } from '@/app/auth-layout'
import { t } from '@/lib/platform/i18n'
import { sendsMail } from '@/lib/platform/mail'
import { askForLink } from './actions'

export const generateMetadata = pageTitle('forgotPassword.title')

export default async function ForgotPasswordPage({ searchParams }: PageProps<'/forgot-password'>) {
  const { done } = await searchParams
  return (
    <AuthLayout title={t('forgotPassword.title')}>
      <Stack>
        {done === 'sent' && <Notice tone="info">{t('forgotPassword.done')}</Notice>}
        {sendsMail ? (
          <>
            <p>{t('forgotPassword.about')}</p>
            <ActionForm action={askForLink}>
              <Fields>
                <FormEmail name="email" label={t('people.email')} autoComplete="username" required />
                <SubmitButton>{t('forgotPassword.send')}</SubmitButton>
              </Fields>
            </ActionForm>
            <small>{t('forgotPassword.missing')}</small>
          </>
        ) : (
          <p>{t('forgotPassword.noMail')}</p>
        )}
        <p>
          <a href="/sign-in">{t('forgotPassword.signIn')}</a>
        </p>
      </Stack>
    </AuthLayout>
  )
}
