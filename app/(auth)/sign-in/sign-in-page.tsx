import type { ReactNode } from 'react'
import { ActionForm } from '@/app/_ui/action-form'
import { FormEmail } from '@/app/_ui/form-email'
import { FormHidden, FormText } from '@/app/_ui/form-fields'
import { Fields } from '@/app/_ui/form-layout'
import { Stack } from '@/app/_ui/layout'
import { SubmitButton } from '@/app/_ui/submit-button'
import { AuthLayout } from '@/app/auth-layout'
import { provider, providerName } from '@/lib/people/openid'
import { hiddenFields } from '@/lib/platform/form-input'
import { t } from '@/lib/platform/i18n'
import { sendsMail } from '@/lib/platform/mail'
import { resume, signIn, signInByProvider } from './actions'
import { OnwardField } from './onward-field'

type Props = {
  /** The URL to go to afterwards. */
  onward: string
  /** A form that the end of a session interrupted, encrypted. It is shown again afterwards, in place of going to `onward`. */
  interrupted?: string | undefined
  /** Information above the form. */
  children?: ReactNode
}

/** The ways to sign in. */
export const SignInPage = ({ onward, interrupted, children }: Props) => (
  <AuthLayout title={t('signIn.title')}>
    <Stack>
      {children}
      <ActionForm action={signIn}>
        <Fields>
          <Onward onward={onward} interrupted={interrupted} />
          <FormEmail name="email" label={t('people.email')} autoComplete="username" required />
          <FormText
            name="password"
            label={t('people.password')}
            type="password"
            autoComplete="current-password"
            required
          />
          <SubmitButton>{t('signIn.send')}</SubmitButton>
        </Fields>
      </ActionForm>
      {provider && !interrupted && (
        <ActionForm action={signInByProvider}>
          <Fields>
            <Onward onward={onward} />
            <SubmitButton variant="plain">{t('signIn.byProvider', { name: providerName() })}</SubmitButton>
          </Fields>
        </ActionForm>
      )}
      {interrupted && (
        <ActionForm action={resume} prefix="resume-">
          <Fields>
            <Onward onward={onward} interrupted={interrupted} />
            <p>
              {t('signIn.elsewhere')}{' '}
              <a href="/sign-in?callbackUrl=%2Fsigned-in" target="_blank" rel="noopener">
                {t('signIn.newTab')}
              </a>
            </p>
            <SubmitButton variant="plain">{t('signIn.resume')}</SubmitButton>
          </Fields>
        </ActionForm>
      )}
      {sendsMail && (
        <p>
          <a href="/forgot-password">{t('signIn.forgotten')}</a>
        </p>
      )}
      <small>{t(sendsMail ? 'signIn.help' : 'signIn.helpWithout')}</small>
    </Stack>
  </AuthLayout>
)

const Onward = ({ onward, interrupted }: Pick<Props, 'onward' | 'interrupted'>) => (
  <>
    <OnwardField path={onward} />
    {interrupted && <FormHidden name={hiddenFields.interrupted} value={interrupted} />}
  </>
)
