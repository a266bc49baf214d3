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

export const generateMetadata = pageTitle('forgotten.title')

export default async function ForgotPasswordPage({ searchParams }: PageProps<'/forgot-password'>) {
  const { done } = await searchParams
  return (
    <AuthLayout title={t('forgotten.title')}>
      <Stack>
        {done === 'sent' && <Notice tone="info">{t('forgotten.done')}</Notice>}
        {sendsMail ? (
          <>
            <p>{t('forgotten.about')}</p>
            <ActionForm action={askForLink}>
              <Fields>
                <FormEmail name="email" label={t('people.email')} autoComplete="username" required />
                <SubmitButton>{t('forgotten.send')}</SubmitButton>
              </Fields>
            </ActionForm>
            <small>{t('forgotten.missing')}</small>
          </>
        ) : (
          <p>{t('forgotten.noMail')}</p>
        )}
        <p>
          <a href="/sign-in">{t('forgotten.signIn')}</a>
        </p>
      </Stack>
    </AuthLayout>
  )
}
