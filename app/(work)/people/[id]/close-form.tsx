import { ActionForm } from '@/app/_ui/action-form'
import { FormHidden } from '@/app/_ui/form-fields'
import { Row, Stack } from '@/app/_ui/layout'
import { SubmitButton } from '@/app/_ui/submit-button'
import { TogglePanel } from '@/app/_ui/toggle-panel'
import type { Person } from '@/lib/people/queries'
import { t } from '@/lib/platform/i18n'
import { close } from './actions'

/** Asks for confirmation before an account is closed, and says which assignments its owner has. */
export function CloseForm({ person: { id, name, version }, owns: count }: { person: Person; owns: number }) {
  return (
    <TogglePanel label={t('people.close')} variant="danger" start>
      <Stack>
        <p>{t('people.closing.about', { name })}</p>
        {count > 0 && (
          <p>
            {t('people.closing.owns', { name, count })} <a href="#owned">{t('people.closing.see')}</a>
          </p>
        )}
        <ActionForm key={version} action={close} prefix="account-" version={version}>
          <FormHidden name="id" value={id} />
          <Row>
            <SubmitButton variant="danger">{t('people.closing.send')}</SubmitButton>
          </Row>
        </ActionForm>
      </Stack>
    </TogglePanel>
  )
}
