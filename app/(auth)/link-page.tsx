import { ActionForm } from '@/app/_ui/action-form'
import { LinkButton } from '@/app/_ui/button'
import { FormEmail } from '@/app/_ui/form-email'
import { FormHidden } from '@/app/_ui/form-fields'
import { Fields } from '@/app/_ui/form-layout'
import { Stack } from '@/app/_ui/layout'
import { SubmitButton } from '@/app/_ui/submit-button'
import { AuthLayout } from '@/app/auth-layout'
import { NewPasswordField } from '@/app/new-password-field'
import { invitationWords } from '@/lib/people/invitation'
import { codeIn, findLink } from '@/lib/people/links'
import { provider, providerName } from '@/lib/people/openid'
import { t } from '@/lib/platform/i18n'
import { accept, acceptByProvider } from './accept-link'

type Props = { kind: 'invite' | 'reset'; code: string }

/** The page of a link that works once. Opening the page does not use up the link; its button does. */
export async function LinkPage({ kind, code: given }: Props) {
  const code = codeIn(given)
  const person = code && (await findLink(kind, code))
  if (!person) {
    return (
      <AuthLayout title={t(code ? 'accountLinks.over' : 'accountLinks.incomplete')}>
        <Stack>
          <p>{t(code ? 'accountLinks.overAbout' : 'accountLinks.incompleteAbout')}</p>
          <LinkButton href="/sign-in">{t('accountLinks.signIn')}</LinkButton>
        </Stack>
      </AuthLayout>
    )
  }
  return (
    <AuthLayout title={t(`accountLinks.${kind}.title`, { name: person.name })}>
      <Stack>
        {kind === 'invite' && <p>{await invitationWords(person)}</p>}
        <p>{t(`accountLinks.${kind}.about`)}</p>
        <ActionForm action={accept}>
          <Fields>
            <FormHidden name="kind" value={kind} />
            <FormHidden name="code" value={code} />
            <FormEmail
              name="email"
              label={t('people.email')}
              autoComplete="username"
              defaultValue={person.email}
              readOnly
            />
            <NewPasswordField />
            <SubmitButton>{t(`accountLinks.${kind}.send`)}</SubmitButton>
          </Fields>
        </ActionForm>
        {kind === 'invite' && provider && (
          <ActionForm action={acceptByProvider} prefix="provider-">
            <Fields>
              <FormHidden name="code" value={code} />
              <SubmitButton variant="plain">{t('signIn.byProvider', { name: providerName() })}</SubmitButton>
            </Fields>
          </ActionForm>
        )}
      </Stack>
    </AuthLayout>
  )
}
