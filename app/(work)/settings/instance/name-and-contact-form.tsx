import { ActionForm } from '@/app/_ui/action-form'
import { FormText, FormTextArea } from '@/app/_ui/form-fields'
import { FieldRow, Fields } from '@/app/_ui/form-layout'
import { Row, Section } from '@/app/_ui/layout'
import { SubmitButton } from '@/app/_ui/submit-button'
import type { Instance } from '@/lib/instance/shown'
import { words } from '@/lib/platform/i18n'
import { type Done, Saved } from '../../done'
import { saveNameAndContact } from './actions'

type Props = { instance: Instance; done: Done }

export const NameAndContactForm = ({ instance: { name, contact, version }, done }: Props) => (
  <Section title={words('settings.instance.general')} id="general" card>
    <Saved done={done} section="general" />
    <ActionForm action={saveNameAndContact} prefix="general-" version={version} keep="name and contact">
      <Fields>
        <FormText
          name="name"
          label={words('settings.instance.name')}
          hint={words('settings.instance.nameHint')}
          maxLength={80}
          defaultValue={name}
          required
        />
        <FieldRow>
          <FormText
            name="contactName"
            label={words('settings.instance.contactName')}
            hint={words('settings.instance.contactNameHint')}
            maxLength={120}
            defaultValue={contact?.name ?? ''}
          />
          <FormText
            name="contactAddress"
            label={words('settings.instance.contactAddress')}
            hint={words('settings.instance.contactAddressHint')}
            maxLength={254}
            defaultValue={contact?.address ?? ''}
          />
        </FieldRow>
        <FormTextArea
          name="contactWords"
          label={words('settings.instance.contactWords')}
          hint={words('settings.instance.contactWordsHint')}
          rows={2}
          maxLength={300}
          defaultValue={contact?.words ?? ''}
        />
        <Row>
          <SubmitButton>{words('people.save')}</SubmitButton>
        </Row>
      </Fields>
    </ActionForm>
  </Section>
)
