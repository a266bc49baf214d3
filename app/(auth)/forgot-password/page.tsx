import type { Metadata } from 'next'
import { ActionForm } from '@/app/_ui/action-form'
import { FormEmail } from '@/app/_ui/form-email'
import { Fields } from '@/app/_ui/form-layout'
import { Stack } from '@/app/_ui/layout'
import { Notice } from '@/app/_ui/notice'
import { SubmitButton } from '@/app/_ui/submit-button'
import { Entrance } from '@/app/entrance'
import { words } from '@/lib/platform/i18n'
import { sendsMail } from '@/lib/platform/mail'
import { askForLink } from './actions'

export const metadata: Metadata = { title: words('forgotten.title') }

export default async function ForgotPasswordPage({ searchParams }: PageProps<'/forgot-password'>) {
  const { done } = await searchParams
  return (
    <Entrance title={words('forgotten.title')}>
      <Stack>
        {done === 'sent' && <Notice tone="info">{words('forgotten.done')}</Notice>}
        {sendsMail ? (
          <>
            <p>{words('forgotten.about')}</p>
            <ActionForm action={askForLink}>
              <Fields>
                <FormEmail name="email" label={words('people.email')} autoComplete="username" required />
                <SubmitButton>{words('forgotten.send')}</SubmitButton>
              </Fields>
            </ActionForm>
            <small>{words('forgotten.missing')}</small>
          </>
        ) : (
          <p>{words('forgotten.noMail')}</p>
        )}
        <p>
          <a href="/sign-in">{words('forgotten.signIn')}</a>
        </p>
      </Stack>
    </Entrance>
  )
}
