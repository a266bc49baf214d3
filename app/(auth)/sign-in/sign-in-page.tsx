import type { ReactNode } from 'react'
import { ActionForm } from '@/app/_ui/action-form'
import { FormEmail } from '@/app/_ui/form-email'
import { FormHidden, FormText } from '@/app/_ui/form-fields'
import { Fields } from '@/app/_ui/form-layout'
import { Stack } from '@/app/_ui/layout'
import { SubmitButton } from '@/app/_ui/submit-button'
import { Entrance } from '@/app/entrance'
import { provider } from '@/lib/people/openid'
import { hiddenFields } from '@/lib/platform/form-typed'
import { words } from '@/lib/platform/i18n'
import { sendsMail } from '@/lib/platform/mail'
import { resume, signIn, signInByProvider } from './actions'
import { OnwardField } from './onward-field'

type Props = {
  /** Where to go afterwards. */
  onward: string
  /** A form that comes along, and is shown again afterwards in place of going anywhere. */
  carried?: string | undefined
  /** What to know first. */
  children?: ReactNode
}

/** The ways to sign in. */
export const SignInPage = ({ onward, carried, children }: Props) => (
  <Entrance title={words('signIn.title')}>
    <Stack>
      {children}
      <ActionForm action={signIn}>
        <Fields>
          <Onward onward={onward} carried={carried} />
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
      {provider && !carried && (
        <ActionForm action={signInByProvider}>
          <Fields>
            <Onward onward={onward} />
            <SubmitButton variant="plain">{words('signIn.byProvider', { name: provider.name })}</SubmitButton>
          </Fields>
        </ActionForm>
      )}
      {carried && (
        <ActionForm action={resume} prefix="resume-">
          <Fields>
            <Onward onward={onward} carried={carried} />
            <p>
              {words('signIn.elsewhere')}{' '}
              <a href="/sign-in?callbackUrl=%2Fsigned-in" target="_blank" rel="noopener">
                {words('signIn.newTab')}
              </a>
            </p>
            <SubmitButton variant="plain">{words('signIn.resume')}</SubmitButton>
          </Fields>
        </ActionForm>
      )}
      {sendsMail && (
        <p>
          <a href="/forgot-password">{words('signIn.forgotten')}</a>
        </p>
      )}
      <small>{words(sendsMail ? 'signIn.help' : 'signIn.helpWithout')}</small>
    </Stack>
  </Entrance>
)

const Onward = ({ onward, carried }: Pick<Props, 'onward' | 'carried'>) => (
  <>
    <OnwardField path={onward} />
    {carried && <FormHidden name={hiddenFields.carried} value={carried} />}
  </>
)
