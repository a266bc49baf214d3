import { ActionForm } from '@/app/_ui/action-form'
import { FormHidden, FormTextArea } from '@/app/_ui/form-fields'
import { Fields } from '@/app/_ui/form-layout'
import { Row } from '@/app/_ui/layout'
import { SoftLink } from '@/app/_ui/soft-link'
import { SubmitButton } from '@/app/_ui/submit-button'
import { t } from '@/lib/platform/i18n'
import type { AssignmentView } from '@/lib/register/assignment-view'
import { sendReminder } from './remind-action'

type Props = { view: AssignmentView; back: string }

/** Reminds the people who act on an assignment. */
export function RemindForm({ view, back }: Props) {
  const { id, organization } = view.assignment
  return (
    <ActionForm action={sendReminder} prefix="remind-" keep={`remind ${id}`} focus>
      <FormHidden name="assignmentId" value={id} />
      <Fields>
        <h3>{t('reminder.title', { organization: organization.name })}</h3>
        <p>{t('reminder.about')}</p>
        <FormTextArea name="note" optional label={t('reminder.note')} hint={t('reminder.noteHint')} rows={3} />
        <Row>
          <SubmitButton>{t('reminder.send')}</SubmitButton>
          <SoftLink href={back}>{t('recommendation.cancel')}</SoftLink>
        </Row>
      </Fields>
    </ActionForm>
  )
}
