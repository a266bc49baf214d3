import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { ActionForm } from '@/app/_ui/action-form'
import { FormEmail } from '@/app/_ui/form-email'
import { FormHidden, FormText } from '@/app/_ui/form-fields'
import { Fields } from '@/app/_ui/form-layout'
import { Stack } from '@/app/_ui/layout'
import { SubmitButton } from '@/app/_ui/submit-button'
import { Entrance } from '@/app/entrance'
import { codeIn } from '@/lib/people/links'
import { anybodyYet } from '@/lib/people/queries'
import { words } from '@/lib/platform/i18n'
import { NewPasswordField } from '../new-password-field'
import { setUpInstance } from './actions'

export const metadata: Metadata = { title: words('setup.title') }

type Props = { searchParams: Promise<{ code?: string | string[] }> }

export default async function SetupPage({ searchParams }: Props) {
  if (await anybodyYet()) redirect('/')

  const { code: given } = await searchParams
  const code = typeof given === 'string' ? (codeIn(given) ?? given) : null
  return (
    <Entrance title={words('setup.title')}>
      {code ? (
        <Stack>
          <p>{words('setup.about')}</p>
          <ActionForm action={setUpInstance}>
            <Fields>
              <FormHidden name="code" value={code} />
              <FormText name="name" label={words('people.name')} autoComplete="name" required />
              <FormEmail name="email" label={words('people.email')} autoComplete="username" required />
              <NewPasswordField />
              <SubmitButton>{words('setup.send')}</SubmitButton>
            </Fields>
          </ActionForm>
        </Stack>
      ) : (
        <p>{words('setup.codeMissing')}</p>
      )}
    </Entrance>
  )
}
