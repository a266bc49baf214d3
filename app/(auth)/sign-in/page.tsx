import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { ActionForm } from '@/app/_ui/action-form'
import { Door } from '@/app/_ui/door'
import { FormEmail } from '@/app/_ui/form-email'
import { FormText } from '@/app/_ui/form-fields'
import { Fields } from '@/app/_ui/form-layout'
import { Stack } from '@/app/_ui/layout'
import { Notice } from '@/app/_ui/notice'
import { SubmitButton } from '@/app/_ui/submit-button'
import { provider } from '@/lib/people/openid'
import { anybodyYet } from '@/lib/people/queries'
import { currentActor } from '@/lib/people/session'
import { words } from '@/lib/platform/i18n'
import { ownPath } from '@/lib/platform/own-path'
import { signIn, signInByProvider } from './actions'
import { OnwardField } from './onward-field'
import { wordsOf } from './refusals'

export const metadata: Metadata = { title: words('signIn.title') }

type Props = { searchParams: Promise<{ callbackUrl?: string | string[]; error?: string | string[] }> }

export default async function SignInPage({ searchParams }: Props) {
  const { callbackUrl, error } = await searchParams
  const onward = ownPath(String(callbackUrl ?? '/')) ?? '/'
  if (await currentActor()) redirect(onward)
  if (!(await anybodyYet())) redirect('/setup')

  return (
    <Door title={words('signIn.title')} quote={{ text: words('signIn.quote'), source: words('signIn.quoteSource') }}>
      <Stack>
        {error !== undefined && <Notice tone="warning">{wordsOf(String(error))}</Notice>}
        <ActionForm action={signIn}>
          <Fields>
            <OnwardField path={onward} />
            <FormEmail name="email" label={words('people.email')} autoComplete="username" required />
            <FormText
              name="password"
              label={words('people.password')}
              type="password"
              autoComplete="current-password"
              required
            />
            <SubmitButton>{words('signIn.send')}</SubmitButton>
          </Fields>
        </ActionForm>
        {provider && (
          <ActionForm action={signInByProvider}>
            <Fields>
              <OnwardField path={onward} />
              <SubmitButton variant="plain">{words('signIn.byProvider', { name: provider.name })}</SubmitButton>
            </Fields>
          </ActionForm>
        )}
        <small>{words('signIn.help')}</small>
      </Stack>
    </Door>
  )
}
