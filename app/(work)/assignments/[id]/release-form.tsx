import { ActionForm } from '@/app/_ui/action-form'
import { FormHidden } from '@/app/_ui/form-fields'
import { SubmitButton } from '@/app/_ui/submit-button'
import type { Evidence } from '@/lib/evidence/queries'
import { t } from '@/lib/platform/i18n'
import type { AssignmentView } from '@/lib/register/assignment-view'
import { releasePiece } from './evidence-actions'

type Props = { evidence: Evidence; view: AssignmentView }

/** Releases a file that could not be scanned. */
export const ReleaseForm = ({ evidence: { id }, view }: Props) => (
  <div data-screen="">
    <ActionForm action={releasePiece} prefix={`release-${id}-`}>
      <FormHidden name="id" value={id} />
      <FormHidden name="assignmentId" value={view.assignment.id} />
      <SubmitButton variant="plain">{t('evidence.release')}</SubmitButton>
    </ActionForm>
  </div>
)
