import { ActionForm } from '@/app/_ui/action-form'
import { FormHidden, FormTextArea } from '@/app/_ui/form-fields'
import { Fields } from '@/app/_ui/form-layout'
import { Row } from '@/app/_ui/layout'
import { SubmitButton } from '@/app/_ui/submit-button'
import type { TypedDetails } from '@/lib/documents/typed-details'
import { t } from '@/lib/platform/i18n'
import { newId } from '@/lib/platform/id'
import { sendText } from './actions'
import { MoreFields } from './more-fields'

type Props = { editionOf: string | undefined; text: string | undefined; details: TypedDetails | undefined }

/** Sends a pasted text to import. It begins with the text and the details of an earlier import. */
export const TextForm = ({ editionOf, text, details }: Props) => (
  <ActionForm action={sendText} prefix="text-" keep={editionOf === undefined ? 'import' : `edition ${editionOf}`}>
    <Fields>
      <FormHidden name="id" value={newId()} />
      <FormTextArea name="text" label={t('imports.text')} hint={t('imports.textHint')} rows={18} defaultValue={text} />
      <MoreFields editionOf={editionOf} details={details} />
      <Row>
        <SubmitButton>{t('imports.send')}</SubmitButton>
      </Row>
    </Fields>
  </ActionForm>
)
