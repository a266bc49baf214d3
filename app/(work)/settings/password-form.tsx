import { ActionForm } from '@/app/_ui/action-form'
import { FormText } from '@/app/_ui/form-fields'
import { Fields } from '@/app/_ui/form-layout'
import { Row, Section } from '@/app/_ui/layout'
import { SubmitButton } from '@/app/_ui/submit-button'
import { words } from '@/lib/platform/i18n'
import { type Done, Saved } from '../done'
import { savePassword } from './actions'

export const PasswordForm = ({ email, done }: { email: string; done: Done }) => (
  <Section title={words('settings.password.title')} id="password" card>
    <Saved done={done} section="password" />
    <ActionForm action={savePassword} prefix="password-">
      <Fields>
        <p>{words('settings.password.about')}</p>
        {/* For password managers, which keep a password under its account. */}
        <input type="hidden" name="email" autoComplete="username" value={email} />
        <FormText
          name="current"
          label={words('settings.password.current')}
          type="password"
          autoComplete="current-password"
          required
        />
        <FormText
          name="password"
          label={words('settings.password.new')}
          hint={words('people.passwordHint')}
          type="password"
          autoComplete="new-password"
          minLength={8}
          maxLength={200}
          required
        />
        <Row>
          <SubmitButton>{words('settings.password.send')}</SubmitButton>
        </Row>
      </Fields>
    </ActionForm>
  </Section>
)
