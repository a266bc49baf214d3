import { ActionForm } from '@/app/_ui/action-form'
import { FormText } from '@/app/_ui/form-fields'
import { Fields } from '@/app/_ui/form-layout'
import { Row, Section } from '@/app/_ui/layout'
import { SubmitButton } from '@/app/_ui/submit-button'
import { ConfirmSimilar } from '@/app/(work)/confirm-similar'
import { words } from '@/lib/platform/i18n'
import { type Done, Saved } from '../done'
import { saveName } from './actions'

export const NameForm = ({ name, version, done }: { name: string; version: number; done: Done }) => (
  <Section title={words('settings.name.title')} id="name" card>
    <Saved done={done} section="name" />
    <ActionForm action={saveName} prefix="name-" version={version}>
      <Fields>
        <FormText
          name="name"
          label={words('people.name')}
          hint={words('settings.name.hint')}
          autoComplete="name"
          defaultValue={name}
          required
        />
        <ConfirmSimilar />
        <Row>
          <SubmitButton>{words('people.save')}</SubmitButton>
        </Row>
      </Fields>
    </ActionForm>
  </Section>
)
