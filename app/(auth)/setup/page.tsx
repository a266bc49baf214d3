import { redirect } from 'next/navigation'
import { pageTitle } from '@/app/_actions/page-title'
import { ActionForm } from '@/app/_ui/action-form'
import { FormEmail } from '@/app/_ui/form-email'
import { FormHidden, FormText } from '@/app/_ui/form-fields'
import { Fields } from '@/app/_ui/form-layout'
import { Stack } from '@/app/_ui/layout'
import { SubmitButton } from '@/app/_ui/submit-button'
import { AuthLayout } from '@/app/auth-layout'
import { NewPasswordField } from '@/app/new-password-field'
import { codeIn } from '@/lib/people/links'
import { anybodyYet } from '@/lib/people/queries'
import { t } from '@/lib/platform/i18n'
import { setUpInstance } from './actions'

export const generateMetadata = pageTitle('setup.title')

type Props = { searchParams: Promise<{ code?: string | string[] }> }

export default async function SetupPage({ searchParams }: Props) {
  if (await anybodyYet()) redirect('/')

  const { code: given } = await searchParams
  const code = typeof given === 'string' ? (codeIn(given) ?? given) : null
  return (
    <AuthLayout title={t('setup.title')}>
      {code ? (
        <Stack>
          <p>{t('setup.about')}</p>
          <ActionForm action={setUpInstance}>
            <Fields>
              <FormHidden name="code" value={code} />
              <FormText name="name" label={t('people.name')} autoComplete="name" required />
              <FormEmail name="email" label={t('people.email')} autoComplete="username" required />
              <NewPasswordField />
              <SubmitButton>{t('setup.send')}</SubmitButton>
            </Fields>
          </ActionForm>
        </Stack>
      ) : (
        <p>{t('setup.codeMissing')}</p>
      )}
    </AuthLayout>
  )
}
