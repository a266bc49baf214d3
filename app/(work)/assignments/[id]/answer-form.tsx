import { ActionForm } from '@/app/_ui/action-form'
import { FormChoices, FormDate, FormHidden, FormTextArea } from '@/app/_ui/form-fields'
import { Fields } from '@/app/_ui/form-layout'
import { Row } from '@/app/_ui/layout'
import { SoftLink } from '@/app/_ui/soft-link'
import { SubmitButton } from '@/app/_ui/submit-button'
import { answersFor } from '@/lib/assignments/policy'
import type { Actor } from '@/lib/domain/actor'
import { t } from '@/lib/platform/i18n'
import type { AssignmentView } from '@/lib/register/assignment-view'
import { sendAnswer, sendQuestion } from './answer-actions'
import { LetterFields } from './letter-fields'

type Props = { view: AssignmentView; back: string }

const choices = () =>
  (['accepted', 'partially_accepted', 'not_accepted'] as const).map((value) => ({
    value,
    label: t(`position.${value}`),
    about: t(`answer.options.${value}`),
  }))

/** States whether the organization accepts the recommendation. */
export function AnswerForm({ actor, view, back }: Props & { actor: Actor }) {
  const { id, organization, version } = view.assignment
  const own = answersFor(actor, view)
  return (
    <ActionForm
      action={sendAnswer}
      prefix="position-"
      version={version}
      otherChanges={t('recommendation.changedSince')}
      keep={`answer ${id}`}
      buttonsOnly
      focus
    >
      <FormHidden name="assignmentId" value={id} />
      <Fields>
        <h3>{t('answer.title', { organization: organization.name })}</h3>
        {!own && <p>{t('answer.onBehalf', { organization: organization.name })}</p>}
        <p>{t('answer.about')}</p>
        <FormChoices name="position" label={t('answer.position')} options={choices()} />
        <FormTextArea name="reason" label={t('answer.reason')} hint={t('answer.reasonHint')} rows={3} />
        <FormDate
          name="answeredOn"
          optional
          label={t('answer.answeredOn')}
          hint={t(own ? 'answer.answeredOnHint' : 'answer.answeredOnHintOnBehalf')}
        />
        <LetterFields actor={actor} assignment={id} organizationId={view.organizationId} evidence={view.evidence} />
        <Row>
          <SubmitButton>{t('answer.send')}</SubmitButton>
          <SoftLink href={back}>{t('recommendation.cancel')}</SoftLink>
        </Row>
      </Fields>
    </ActionForm>
  )
}

/** Asks an organization that did not accept the recommendation for its position again. */
export function AskAgainForm({ view, back }: Props) {
  const { id, organization, version } = view.assignment
  return (
    <ActionForm
      action={sendQuestion}
      prefix="again-"
      version={version}
      otherChanges={t('recommendation.changedSince')}
      keep={`again ${id}`}
      focus
    >
      <FormHidden name="assignmentId" value={id} />
      <Fields>
        <h3>{t('answer.askAgain.title', { organization: organization.name })}</h3>
        <p>{t('answer.askAgain.about')}</p>
        <FormTextArea
          name="reason"
          optional
          label={t('answer.askAgain.reason')}
          hint={t('answer.askAgain.reasonHint')}
          rows={3}
        />
        <Row>
          <SubmitButton>{t('answer.askAgain.send')}</SubmitButton>
          <SoftLink href={back}>{t('recommendation.cancel')}</SoftLink>
        </Row>
      </Fields>
    </ActionForm>
  )
}
