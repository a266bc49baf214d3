import { ActionForm } from '@/app/_ui/action-form'
import { FormEmail } from '@/app/_ui/form-email'
import { FormHidden, FormText } from '@/app/_ui/form-fields'
import { FieldRow, Fields } from '@/app/_ui/form-layout'
import { Row, Section } from '@/app/_ui/layout'
import { SubmitButton } from '@/app/_ui/submit-button'
import { ConfirmSimilar } from '@/app/(work)/confirm-similar'
import type { Person } from '@/lib/people/queries'
import { words } from '@/lib/platform/i18n'
import { type Done, Saved } from '../../done'
import { correct } from './actions'

/** How somebody is called, and their address, as an administrator corrects them. */
export const CorrectForm = ({ person: { id, version, name, email }, done }: { person: Person; done: Done }) => (
  <Section title={words('people.correct.title')} id="details" card>
    <Saved done={done} section="details" />
    <ActionForm action={correct} prefix="details-" version={version}>
      <Fields>
        <FormHidden name="id" value={id} />
        <FieldRow>
          <FormText name="name" label={words('people.name')} autoComplete="off" defaultValue={name} required />
          <FormEmail
            name="email"
            label={words('people.email')}
            hint={words('people.correct.emailHint')}
            autoComplete="off"
            defaultValue={email}
            required
          />
        </FieldRow>
        <ConfirmSimilar />
        <Row>
          <SubmitButton>{words('people.save')}</SubmitButton>
        </Row>
      </Fields>
    </ActionForm>
  </Section>
)
