import { ActionForm } from '@/app/_ui/action-form'
import { FormHidden } from '@/app/_ui/form-fields'
import { Row } from '@/app/_ui/layout'
import { SubmitButton } from '@/app/_ui/submit-button'
import { t } from '@/lib/platform/i18n'
import { newId } from '@/lib/platform/id'
import { addOne } from './actions'
import { CycleFields } from './cycle-fields'

/** Adds a reporting cycle. */
export const AddForm = ({ documents }: { documents: { code: string; title: string }[] }) => (
  <ActionForm action={addOne} prefix="add-" keep="cycles">
    <FormHidden name="id" value={newId()} />
    <CycleFields documents={documents}>
      <Row>
        <SubmitButton>{t('cycle.form.add')}</SubmitButton>
      </Row>
    </CycleFields>
  </ActionForm>
)
