import { ActionForm } from '@/app/_ui/action-form'
import { FormText } from '@/app/_ui/form-fields'
import { Fields } from '@/app/_ui/form-layout'
import { Row, Section } from '@/app/_ui/layout'
import { SubmitButton } from '@/app/_ui/submit-button'
import { type Done, SavedNotice } from '@/app/(work)/_components/saved-notice'
import { NewPasswordField } from '@/app/new-password-field'
import { t } from '@/lib/platform/i18n'
import { savePassword } from './actions'

export const PasswordForm = ({ email, done }: { email: string; done: Done }) => (
  <Section title={t('settings.password.title')} id="password" card>
    <SavedNotice done={done} section="password" />
    <ActionForm action={savePassword} prefix="password-">
      <Fields>
        <p>{t('settings.password.about')}</p>
        {/* For password managers, which store a password with its account. */}
        <input type="hidden" name="email" autoComplete="username" value={email} />
        <FormText
          name="current"
          label={t('settings.password.current')}
          type="password"
          autoComplete="current-password"
          required
        />
        <NewPasswordField label={t('settings.password.new')} />
        <Row>
          <SubmitButton>{t('settings.password.send')}</SubmitButton>
        </Row>
      </Fields>
    </ActionForm>
  </Section>
)
