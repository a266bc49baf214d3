import { FormText } from '@/app/_ui/form-fields'
import { t } from '@/lib/platform/i18n'

/** A field for a new password. It is typed once: people who mistype it can ask for a link. */
export const NewPasswordField = ({ label = t('people.password') }: { label?: string }) => (
  <FormText
    name="password"
    label={label}
    hint={t('people.passwordHint')}
    type="password"
    autoComplete="new-password"
    minLength={8}
    maxLength={200}
    required
  />
)
