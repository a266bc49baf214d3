import { ActionForm } from '@/app/_ui/action-form'
import { FormText } from '@/app/_ui/form-fields'
import { Fields } from '@/app/_ui/form-layout'
import { Row, Section } from '@/app/_ui/layout'
import { SubmitButton } from '@/app/_ui/submit-button'
import { ConfirmSimilar } from '@/app/(work)/_components/confirm-similar'
import { type Done, SavedNotice } from '@/app/(work)/_components/saved-notice'
import { t } from '@/lib/platform/i18n'
import { saveName } from './actions'

export const NameForm = ({ name, version, done }: { name: string; version: number; done: Done }) => (
  <Section title={t('settings.name.title')} id="name" card>
    <SavedNotice done={done} section="name" />
    <ActionForm action={saveName} prefix="name-" version={version}>
      <Fields>
        <FormText
          name="name"
          label={t('people.name')}
          hint={t('settings.name.hint')}
          autoComplete="name"
          defaultValue={name}
          required
        />
        <ConfirmSimilar />
        <Row>
          <SubmitButton>{t('people.save')}</SubmitButton>
        </Row>
      </Fields>
    </ActionForm>
  </Section>
)
