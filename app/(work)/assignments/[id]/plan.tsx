import { type AssignmentState, assignmentAddress } from '@/app/_addresses/assignment'
import { Card } from '@/app/_ui/card'
import { DoneNotice } from '@/app/_ui/done-notice'
import { EmptyState } from '@/app/_ui/empty-state'
import { Row, Section } from '@/app/_ui/layout'
import { SoftLinkButton } from '@/app/_ui/soft-link'
import { Table } from '@/app/_ui/table'
import { doneInWords } from '@/app/(work)/_components/done-words'
import { mayReportOn } from '@/lib/assignments/policy'
import { takesPlan } from '@/lib/assignments/possible-changes'
import type { Actor } from '@/lib/domain/actor'
import { isLate } from '@/lib/plans/late-step'
import { t } from '@/lib/platform/i18n'
import { wasRefused } from '@/lib/platform/request-scope'
import { shownDay } from '@/lib/platform/shown-day'
import { type AssignmentView, placeOf } from '@/lib/register/assignment-view'
import { planColumns, StepRow } from './plan-step'
import { NewStepForm, StepForm } from './step-form'

type Props = { actor: Actor; view: AssignmentView; state: AssignmentState }

const messagesOfPlan: readonly (string | undefined)[] = ['stepAdded', 'stepChanged', 'stepMoved']

/** Returns whether a form of the plan has just done something, which the plan says. */
export const doneInPlan = ({ done }: AssignmentState) => messagesOfPlan.includes(done)

/** The steps that the organization plans, with the forms to add, change and move them. */
export function Plan({ actor, view, state }: Props) {
  const { plan, assignment } = view
  const may = mayReportOn(actor, view) && takesPlan(placeOf(view))
  const back = assignmentAddress(assignment.id, {}, 'plan')
  const shows = may || wasRefused('step-')
  const opened = shows ? plan.find(({ id }) => id === state.step) : undefined
  const adds = shows && state.step === 'new'
  if (plan.length === 0 && !may && !adds) return null
  return (
    <Section id="plan" title={t('plan.title')}>
      {state.done && doneInPlan(state) && <DoneNotice>{doneInWords(state.done)}</DoneNotice>}
      {plan.length === 0 && !adds && <EmptyState title={t('plan.empty')}>{t('plan.emptyAbout')}</EmptyState>}
      {plan.length > 0 && (
        <>
          <p>{summaryOf(view)}</p>
          <Table
            label={t('plan.title')}
            columns={planColumns(may)}
            widths={may ? [25, 14, 15, 13, 33] : [43, 17, 22, 18]}
            dense
          >
            {plan.map((step, at) => (
              <StepRow
                key={step.id}
                step={step}
                view={view}
                may={may}
                last={at === plan.length - 1}
                today={shownDay()}
              />
            ))}
          </Table>
        </>
      )}
      {(opened || adds) && (
        <div data-screen="">
          <Card>
            {opened ? (
              <StepForm key={opened.id} actor={actor} view={view} step={opened} back={back} />
            ) : (
              <NewStepForm key={plan.length} actor={actor} view={view} back={back} />
            )}
          </Card>
        </div>
      )}
      {may && !adds && (
        <Row screen>
          <SoftLinkButton href={assignmentAddress(assignment.id, { step: 'new' }, 'plan')}>
            {t('plan.add')}
          </SoftLinkButton>
        </Row>
      )}
    </Section>
  )
}

function summaryOf(view: AssignmentView) {
  const { plan } = view
  const day = shownDay()
  const done = plan.filter(({ state }) => state === 'done').length
  return t('plan.summary', {
    done,
    count: plan.length,
    overdue: plan.filter((step) => isLate(step, placeOf(view), day)).length,
  })
}
