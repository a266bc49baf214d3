import { ActionForm } from '@/app/_ui/action-form'
import { FormHidden } from '@/app/_ui/form-fields'
import { Row, Stack } from '@/app/_ui/layout'
import { Reveal } from '@/app/_ui/reveal'
import { SubmitButton } from '@/app/_ui/submit-button'
import type { Person } from '@/lib/people/queries'
import { words } from '@/lib/platform/i18n'
import { close } from './actions'

/** Asks before an account is closed, and says what its owner answers for. */
export function CloseForm({ person: { id, name, version }, owns: count }: { person: Person; owns: number }) {
  return (
    <Reveal label={words('people.close')} variant="danger" start>
      <Stack>
        <p>{words('people.closing.about', { name })}</p>
        {count > 0 && (
          <p>
            {words('people.closing.owns', { name, count })} <a href="#owned">{words('people.closing.see')}</a>
          </p>
        )}
        <ActionForm key={version} action={close} prefix="account-" version={version}>
          <FormHidden name="id" value={id} />
          <Row>
            <SubmitButton variant="danger">{words('people.closing.send')}</SubmitButton>
          </Row>
        </ActionForm>
      </Stack>
    </Reveal>
  )
}
