import { ActionForm } from '@/app/_ui/action-form'
import { Confirm } from '@/app/_ui/confirm'
import { FormHidden } from '@/app/_ui/form-fields'
import { SubmitButton } from '@/app/_ui/submit-button'
import { dateInWords, t } from '@/lib/platform/i18n'
import { newId } from '@/lib/platform/id'
import type { AssignmentView } from '@/lib/register/assignment-view'
import { sendNoChange } from './assignment-actions'

type Props = {
  view: AssignmentView
  /** Whether the reader sees a draft, which stays unsent. */
  drafted: boolean
}

/** Reports, after a confirmation, that nothing has changed since the last report that says what was done. */
export function NoChangeForm({ view: { assignment, reports }, drafted }: Props) {
  const latest = reports.at(-1)
  if (!latest) return null
  const date = dateInWords(latest.unchangedSince ?? latest.asOf)
  const about = t('report.noChangeAbout', { date, progress: t(`progress.${assignment.progress}`) })
  return (
    <ActionForm
      action={sendNoChange}
      prefix="no-change-"
      version={assignment.version}
      otherChanges={t('recommendation.changedSince')}
    >
      <FormHidden name="id" value={newId()} />
      <FormHidden name="assignmentId" value={assignment.id} />
      <Confirm
        label={t('report.noChangeAsk', { date })}
        about={drafted ? `${about} ${t('report.noChangeDraft')}` : about}
      >
        <SubmitButton variant="plain">{t('report.noChangeSend')}</SubmitButton>
      </Confirm>
    </ActionForm>
  )
}
