import { ActionForm } from '@/app/_ui/action-form'
import { FormHidden, FormTextArea } from '@/app/_ui/form-fields'
import { Fields } from '@/app/_ui/form-layout'
import { Row } from '@/app/_ui/layout'
import { SubmitButton } from '@/app/_ui/submit-button'
import { t } from '@/lib/platform/i18n'
import { newId } from '@/lib/platform/id'
import { sendText } from './actions'
import { MoreFields } from './more-fields'

/** Sends a pasted text to import. */
export const TextForm = () => (
  <ActionForm action={sendText} prefix="text-" keep="import">
    <Fields>
      <FormHidden name="id" value={newId()} />
      <FormTextArea name="text" label={t('imports.text')} hint={t('imports.textHint')} rows={18} />
      <MoreFields />
      <Row>
        <SubmitButton>{t('imports.send')}</SubmitButton>
      </Row>
    </Fields>
  </ActionForm>
)
