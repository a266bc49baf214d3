import { ActionForm } from '@/app/_ui/action-form'
import { Confirm } from '@/app/_ui/confirm'
import { FormHidden } from '@/app/_ui/form-fields'
import { SubmitButton } from '@/app/_ui/submit-button'
import { t } from '@/lib/platform/i18n'
import { withdraw } from './actions'

/** Withdraws a spreadsheet, and takes back what it has added. */
export const Withdraw = ({ id, made }: { id: string; made: boolean }) => (
  <ActionForm action={withdraw} prefix="withdraw-">
    <FormHidden name="id" value={id} />
    <Confirm
      label={t(made ? 'sheets.withdraw.undo' : 'sheets.withdraw.label')}
      about={t(made ? 'sheets.withdraw.undoAbout' : 'sheets.withdraw.about')}
    >
      <SubmitButton variant="danger">{t(made ? 'sheets.withdraw.undoSend' : 'sheets.withdraw.send')}</SubmitButton>
    </Confirm>
  </ActionForm>
)
