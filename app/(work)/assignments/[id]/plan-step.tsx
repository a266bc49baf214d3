import { Fragment } from 'react'
import { assignmentAddress } from '@/app/_addresses/assignment'
import { ActionForm } from '@/app/_ui/action-form'
import { FormHidden } from '@/app/_ui/form-fields'
import { SoftLink } from '@/app/_ui/soft-link'
import { Status } from '@/app/_ui/status'
import { SubmitButton } from '@/app/_ui/submit-button'
import { Cell, RowHeader, TableRow } from '@/app/_ui/table'
import { Hidden, Overdue } from '@/app/_ui/text'
import { isLate } from '@/lib/plans/late-step'
import type { Action } from '@/lib/plans/queries'
import { dateInWords, t } from '@/lib/platform/i18n'
import { type AssignmentView, placeOf } from '@/lib/register/assignment-view'
import { ByLetter } from './by-letter'
import { moveStep } from './plan-actions'
import css from './plan-step.module.css'
import { dueRemarks, markOf } from './plan-words'

/** Returns the headings of the plan. Who may only read it has no column for changes. */
export const planColumns = (may: boolean) => [
  t('plan.columns.step'),
  t('plan.columns.starts'),
  t('plan.columns.due'),
  t('plan.columns.state'),
  ...(may ? [t('plan.columns.change')] : []),
]

type Props = { step: Action; view: AssignmentView; may: boolean; last: boolean; today: string }

/** A step of the plan: what is done by whom and until when, and the buttons to change and to move it. */
export function StepRow({ step, view, may, last, today }: Props) {
  const { id, title, responsible, startsOn, dueOn, state, doneOn } = step
  return (
    <TableRow id={`step-${id}`}>
      <RowHeader>
        <span dir="auto">{title || t('recommendation.assignments.erased')}</span>
        {responsible !== undefined && (
          <>
            <br />
            <small dir="auto">{responsible || t('recommendation.assignments.erased')}</small>
          </>
        )}
        {step.letterOn && <br />}
        <ByLetter of={step} evidence={view.evidence} />
      </RowHeader>
      <Cell label={t('plan.columns.starts')}>{startsOn && dateInWords(startsOn)}</Cell>
      <Cell label={t('plan.columns.due')}>
        {dueOn && dateInWords(dueOn)}
        {isLate(step, placeOf(view), today) && (
          <>
            {' '}
            <Overdue>{t('plan.overdue')}</Overdue>
          </>
        )}
        {dueRemarks(step, view.assignment.dueOn).map((remark) => (
          <Fragment key={remark}>
            <br />
            <small>{remark}</small>
          </Fragment>
        ))}
      </Cell>
      <Cell label={t('plan.columns.state')}>
        <Status status={markOf[state]} label={t(`plan.states.${state}`)} />
        {doneOn && (
          <>
            <br />
            <small>{t('plan.doneOn', { date: dateInWords(doneOn) })}</small>
          </>
        )}
      </Cell>
      {may && (
        <Cell screen>
          <Changes step={step} assignmentId={view.assignment.id} last={last} />
        </Cell>
      )}
    </TableRow>
  )
}

type ChangesProps = { step: Action; assignmentId: string; last: boolean }

/** The link to the form of a step, and buttons that mark the step as done, or move it up or down in the plan. */
function Changes({ step: { id, title, state, position, version }, assignmentId, last }: ChangesProps) {
  const button = (label: string, name: 'position' | 'state', value: string) => (
    <SubmitButton variant="quiet" name={name} value={value}>
      {label} <Hidden>{t('plan.ofStep', { title })}</Hidden>
    </SubmitButton>
  )
  return (
    <ActionForm action={moveStep} prefix={`move-${id}-`} version={version}>
      <FormHidden name="id" value={id} />
      <FormHidden name="assignmentId" value={assignmentId} />
      <div className={css.changes}>
        <SoftLink href={assignmentAddress(assignmentId, { step: id }, 'plan')} variant="quiet">
          {t('plan.change')} <Hidden>{t('plan.ofStep', { title })}</Hidden>
        </SoftLink>
        {(state === 'planned' || state === 'under_way') && button(t('plan.markDone'), 'state', 'done')}
        {position > 1 && button(t('plan.up'), 'position', `${position - 1}`)}
        {!last && button(t('plan.down'), 'position', `${position + 1}`)}
      </div>
    </ActionForm>
  )
}
