import { ActionForm } from '@/app/_ui/action-form'
import { FormTextArea } from '@/app/_ui/form-fields'
import { Fields } from '@/app/_ui/form-layout'
import { Row } from '@/app/_ui/layout'
import { SubmitButton } from '@/app/_ui/submit-button'
import { ConfirmSimilar } from '@/app/(work)/_components/confirm-similar'
import { t } from '@/lib/platform/i18n'
import { addNames } from './actions'

/** Adds one organization, or a pasted list of them. */
export const AddForm = () => (
  <ActionForm action={addNames} prefix="add-" keep="organizations">
    <Fields>
      <FormTextArea name="names" label={t('organizations.toAdd')} hint={t('organizations.namesHint')} rows={4} />
      <ConfirmSimilar />
      <Row>
        <SubmitButton>{t('organizations.addSend')}</SubmitButton>
      </Row>
    </Fields>
  </ActionForm>
)
