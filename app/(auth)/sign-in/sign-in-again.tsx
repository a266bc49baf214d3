import { type Carried, sealed } from '@/app/_actions/carried-form'
import { Notice } from '@/app/_ui/notice'
import { t } from '@/lib/platform/i18n'
import { SignInPage } from './sign-in-page'

/** In place of a page whose form was sent in a session that has ended: signs in, and then shows the form again. */
export const SignInAgain = async ({ form }: { form: Carried }) => (
  <SignInPage onward="/" carried={await sealed(form)}>
    <Notice tone="warning">{t('signIn.again')}</Notice>
  </SignInPage>
)
