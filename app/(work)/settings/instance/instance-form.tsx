import { ActionForm } from '@/app/_ui/action-form'
import { Brand } from '@/app/_ui/brand'
import { FormFile, FormText, FormTextArea } from '@/app/_ui/form-fields'
import { FieldRow, Fields } from '@/app/_ui/form-layout'
import { Row, Section } from '@/app/_ui/layout'
import { SubmitButton } from '@/app/_ui/submit-button'
import { type Done, SavedNotice } from '@/app/(work)/_components/saved-notice'
import type { Instance } from '@/lib/instance/instance'
import { t } from '@/lib/platform/i18n'
import { saveInstance } from './actions'

type Props = { instance: Instance; done: Done }

/** The name, the contact and the logo of the site, which are saved together. */
export const InstanceForm = ({ instance, done }: Props) => (
  <Section title={t('settings.instance.general')} id="general" card>
    <SavedNotice done={done} section="general" />
    <ActionForm action={saveInstance} prefix="general-" version={instance.version} keep="name and contact">
      <Fields>
        <FormText
          name="name"
          label={t('settings.instance.name')}
          hint={t('settings.instance.nameHint')}
          maxLength={80}
          defaultValue={instance.name}
          required
        />
        <ContactFields contact={instance.contact} />
        <div>
          {instance.logo && <Brand {...instance} />}
          <FormFile
            name="logo"
            optional
            label={t(instance.logo ? 'settings.instance.logoOther' : 'settings.instance.logoFile')}
            hint={t('settings.instance.logoAbout')}
            accept="image/png,image/jpeg,image/webp"
          />
        </div>
        <Row>
          <SubmitButton>{t('people.save')}</SubmitButton>
        </Row>
      </Fields>
    </ActionForm>
  </Section>
)

const ContactFields = ({ contact }: Pick<Instance, 'contact'>) => (
  <>
    <FieldRow>
      <FormText
        name="contactName"
        optional
        label={t('settings.instance.contactName')}
        hint={t('settings.instance.contactNameHint')}
        maxLength={120}
        defaultValue={contact?.name ?? ''}
      />
      <FormText
        name="contactAddress"
        optional
        label={t('settings.instance.contactAddress')}
        hint={t('settings.instance.contactAddressHint')}
        maxLength={254}
        defaultValue={contact?.address ?? ''}
      />
    </FieldRow>
    <FormTextArea
      name="contactWords"
      optional
      label={t('settings.instance.contactWords')}
      hint={t('settings.instance.contactWordsHint')}
      rows={2}
      maxLength={300}
      defaultValue={contact?.words ?? ''}
    />
  </>
)
