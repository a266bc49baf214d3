import { ActionForm } from '@/app/_ui/action-form'
import { FormHidden } from '@/app/_ui/form-fields'
import { SubmitButton } from '@/app/_ui/submit-button'
import { unwritten } from '@/lib/domain/report-words'
import { t } from '@/lib/platform/i18n'
import { newId } from '@/lib/platform/id'
import type { AssignmentView } from '@/lib/register/assignment-view'
import { sendNoChange } from './assignment-actions'

/** A button that reports that nothing has changed since the last report that says what was done. */
export function NoChangeForm({ view: { assignment, reports } }: { view: AssignmentView }) {
  const latest = reports.at(-1)
  if (!latest) return null
  return (
    <ActionForm
      action={sendNoChange}
      prefix="no-change-"
      version={assignment.version}
      otherChanges={t('recommendation.changedSince')}
    >
      <FormHidden name="id" value={newId()} />
      <FormHidden name="assignmentId" value={assignment.id} />
      <SubmitButton variant="plain">{unwritten({ unchangedSince: latest.unchangedSince ?? latest.asOf })}</SubmitButton>
    </ActionForm>
  )
}
