import { type InterruptedForm, sealed } from '@/app/_actions/interrupted-form'
import { Notice } from '@/app/_ui/notice'
import { t } from '@/lib/platform/i18n'
import { SignInPage } from './sign-in-page'

/**
 * Replaces a page whose form was sent after the session had ended: the person signs in and then sees the form again.
 */
export const SignInAgain = async ({ form }: { form: InterruptedForm }) => (
  <SignInPage onward="/" interrupted={await sealed(form)}>
    <Notice tone="warning">{t('signIn.again')}</Notice>
  </SignInPage>
)
