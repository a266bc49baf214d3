import { FormText } from '@/app/_ui/form-fields'
import { words } from '@/lib/platform/i18n'

/** A password to be. It is typed once: who mistypes it asks for a link. */
export const NewPasswordField = () => (
  <FormText
    name="password"
    label={words('people.password')}
    hint={words('people.passwordHint')}
    type="password"
    autoComplete="new-password"
    minLength={8}
    maxLength={200}
    required
  />
)
