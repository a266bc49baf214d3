import { ActionForm } from '@/app/_ui/action-form'
import { FormDate, FormHidden, FormSelect, FormText } from '@/app/_ui/form-fields'
import { Fields } from '@/app/_ui/form-layout'
import { Row } from '@/app/_ui/layout'
import { SoftLink } from '@/app/_ui/soft-link'
import { SubmitButton } from '@/app/_ui/submit-button'
import { answersFor } from '@/lib/assignments/policy'
import type { Actor } from '@/lib/domain/actor'
import type { Action } from '@/lib/plans/queries'
import { t } from '@/lib/platform/i18n'
import { newId } from '@/lib/platform/id'
import type { AssignmentView } from '@/lib/register/assignment-view'
import { ActionState } from '@/prisma/generated/enums'
import { LetterFields } from './letter-fields'
import { saveStep, sendStep } from './plan-actions'

type Props = { actor: Actor; view: AssignmentView; back: string }

/** Adds a step to the plan. */
export function NewStepForm({ actor, view, back }: Props) {
  const { id, organization } = view.assignment
  return (
    <ActionForm action={sendStep} prefix="step-" keep={`step of ${id}`} focus>
      <FormHidden name="id" value={newId()} />
      <FormHidden name="assignmentId" value={id} />
      <Fields>
        <h3>{t('plan.form.addTitle', { organization: organization.name })}</h3>
        <OnBehalf actor={actor} view={view} />
        <WhatWhoWhen />
        <LetterFields actor={actor} assignment={id} organizationId={view.organizationId} evidence={view.evidence} />
        <Buttons send={t('plan.form.send')} back={back}>
          <SubmitButton variant="quiet" name="then" value="another">
            {t('plan.form.sendMore')}
          </SubmitButton>
        </Buttons>
      </Fields>
    </ActionForm>
  )
}

/** Changes a step of the plan. */
export function StepForm({ actor, view, step, back }: Props & { step: Action }) {
  return (
    <ActionForm action={saveStep} prefix="step-" version={step.version} keep={`step ${step.id}`} focus>
      <FormHidden name="id" value={step.id} />
      <FormHidden name="assignmentId" value={view.assignment.id} />
      <Fields>
        <h3>{t('plan.form.changeTitle', { title: step.title })}</h3>
        <OnBehalf actor={actor} view={view} />
        <FormSelect
          name="state"
          label={t('plan.form.state')}
          defaultValue={step.state}
          options={Object.values(ActionState).map((value) => ({ value, label: t(`plan.states.${value}`) }))}
        />
        <FormDate
          name="doneOn"
          optional
          label={t('plan.form.doneOn')}
          hint={t('plan.form.doneOnHint')}
          defaultValue={step.doneOn}
        />
        <WhatWhoWhen step={step} />
        <Buttons send={t('plan.form.save')} back={back} />
      </Fields>
    </ActionForm>
  )
}

function OnBehalf({ actor, view }: Omit<Props, 'back'>) {
  if (answersFor(actor, view)) return null
  return <p>{t('plan.form.onBehalf', { organization: view.assignment.organization.name })}</p>
}

const WhatWhoWhen = ({ step }: { step?: Action }) => (
  <>
    <FormText name="title" label={t('plan.form.title')} defaultValue={step?.title} />
    <FormText
      name="responsible"
      optional
      label={t('plan.form.responsible')}
      hint={t('plan.form.responsibleHint')}
      defaultValue={step?.responsible}
    />
    <FormDate name="startsOn" optional label={t('plan.form.startsOn')} defaultValue={step?.startsOn} />
    <FormDate
      name="dueOn"
      optional
      label={t('plan.form.dueOn')}
      hint={t('plan.form.dueOnHint')}
      defaultValue={step?.dueOn}
    />
  </>
)

const Buttons = ({ send, back, children }: { send: string; back: string; children?: React.ReactNode }) => (
  <Row>
    <SubmitButton>{send}</SubmitButton>
    {children}
    <SoftLink href={back}>{t('recommendation.cancel')}</SoftLink>
  </Row>
)
