import { ActionForm } from '@/app/_ui/action-form'
import { FormChoices, FormDate, FormHidden, FormTextArea } from '@/app/_ui/form-fields'
import { Fields } from '@/app/_ui/form-layout'
import { Row } from '@/app/_ui/layout'
import { SoftLink } from '@/app/_ui/soft-link'
import { SubmitButton } from '@/app/_ui/submit-button'
import { ConfirmPast } from '@/app/(work)/_components/confirm-past'
import { t } from '@/lib/platform/i18n'
import type { AssignmentView } from '@/lib/register/assignment-view'
import type { DateChange } from '@/lib/register/date-changes'
import { decideDateRequest } from './date-actions'
import { DateRequest } from './date-request'

type Props = { view: AssignmentView; request: DateChange; back: string }

const choices = () =>
  (['grant', 'refuse'] as const).map((value) => ({
    value,
    label: t(`dates.decide.${value}`),
    about: t(`dates.decide.about.${value}`),
  }))

/** The request for another due date, and a form to grant or refuse it. */
export const DecideDateForm = ({ view, request, back }: Props) => (
  <ActionForm action={decideDateRequest} prefix="decide-" keep={`decide ${request.id}`} focus buttonsOnly>
    <FormHidden name="id" value={request.id} />
    <FormHidden name="assignmentId" value={view.assignment.id} />
    <Fields>
      <h3>{t('dates.decide.title', { organization: view.assignment.organization.name })}</h3>
      <DateRequest request={request} evidence={view.evidence} />
      <FormChoices name="decision" label={t('dates.decide.decision')} options={choices()} />
      <FormDate
        name="dueOn"
        label={t('dates.decide.dueOn')}
        hint={t('dates.decide.dueOnHint')}
        defaultValue={request.asked}
      />
      <ConfirmPast />
      <FormTextArea name="note" label={t('dates.decide.note')} hint={t('dates.decide.noteHint')} rows={3} />
      <Row>
        <SubmitButton>{t('dates.decide.send')}</SubmitButton>
        <SoftLink href={back}>{t('recommendation.cancel')}</SoftLink>
      </Row>
    </Fields>
  </ActionForm>
)
