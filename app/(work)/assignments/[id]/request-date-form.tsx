import { ActionForm } from '@/app/_ui/action-form'
import { FormDate, FormHidden, FormTextArea } from '@/app/_ui/form-fields'
import { Fields } from '@/app/_ui/form-layout'
import { Row } from '@/app/_ui/layout'
import { SoftLink } from '@/app/_ui/soft-link'
import { SubmitButton } from '@/app/_ui/submit-button'
import { answersFor } from '@/lib/assignments/policy'
import type { Actor } from '@/lib/domain/actor'
import { dateInWords, t } from '@/lib/platform/i18n'
import { newId } from '@/lib/platform/id'
import type { AssignmentView } from '@/lib/register/assignment-view'
import { sendDateRequest } from './date-actions'
import { LetterFields } from './letter-fields'

type Props = { actor: Actor; view: AssignmentView; back: string }

/** Asks for a later due date, or for a first one. */
export function RequestDateForm({ actor, view, back }: Props) {
  const { id, organization, dueOn } = view.assignment
  return (
    <ActionForm action={sendDateRequest} prefix="date-" keep={`date ${id}`} focus>
      <FormHidden name="id" value={newId()} />
      <FormHidden name="assignmentId" value={id} />
      <Fields>
        <h3>{t(dueOn ? 'dates.request.title' : 'dates.request.firstTitle', { organization: organization.name })}</h3>
        {!answersFor(actor, view) && <p>{t('recommendation.report.onBehalf', { organization: organization.name })}</p>}
        <p>{dueOn ? t('dates.request.about', { date: dateInWords(dueOn) }) : t('dates.request.firstAbout')}</p>
        <FormDate name="dueOn" label={t('dates.request.dueOn')} />
        <FormTextArea name="reason" label={t('dates.reason')} hint={t('dates.request.reasonHint')} rows={3} />
        <LetterFields actor={actor} assignment={id} organizationId={view.organizationId} evidence={view.evidence} />
        <Row>
          <SubmitButton>{t('dates.request.send')}</SubmitButton>
          <SoftLink href={back}>{t('recommendation.cancel')}</SoftLink>
        </Row>
      </Fields>
    </ActionForm>
  )
}
