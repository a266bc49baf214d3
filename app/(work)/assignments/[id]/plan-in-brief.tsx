import { Notice } from '@/app/_ui/notice'
import { isLate, isUnfinished } from '@/lib/plans/late-step'
import { dateInWords, t } from '@/lib/platform/i18n'
import { shownDay } from '@/lib/platform/shown-day'
import { type AssignmentView, placeOf } from '@/lib/register/assignment-view'
import { ByLetter } from './by-letter'
import css from './plan-step.module.css'
import { unfinishedInWords } from './plan-words'

/** The plan beside a report, for the people who review it. */
export function PlanInBrief({ view }: { view: AssignmentView }) {
  const { plan } = view
  if (plan.length === 0) return null
  const day = shownDay()
  const unfinished = plan.filter(isUnfinished)
  return (
    <div>
      <b>{t('plan.title')}</b>
      <ol className={css.brief}>
        {plan.map((step) => (
          <li key={step.id}>
            <bdi>{step.title || t('recommendation.assignments.erased')}</bdi>
            <br />
            <small>
              {t('plan.inBrief', {
                state: t(`plan.states.${step.state}`),
                done: step.doneOn ? dateInWords(step.doneOn) : 'none',
                due: step.dueOn ? dateInWords(step.dueOn) : 'none',
                overdue: String(isLate(step, placeOf(view), day)),
              })}
            </small>
            {step.letterOn && <br />}
            <ByLetter of={step} evidence={view.evidence} />
          </li>
        ))}
      </ol>
      {unfinished.length > 0 && <Notice tone="warning">{unfinishedInWords(unfinished)}</Notice>}
    </div>
  )
}
