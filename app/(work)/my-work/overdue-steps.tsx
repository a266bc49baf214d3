import { assignmentAddress } from '@/app/_addresses/assignment'
import { LinkButton } from '@/app/_ui/button'
import { Section } from '@/app/_ui/layout'
import { Rows } from '@/app/_ui/rows'
import { Overdue } from '@/app/_ui/text'
import { NamedRecommendation } from '@/app/(work)/_components/recommendation-reference'
import type { OverdueStep, OverdueSteps as Steps } from '@/lib/overview/overdue-steps'
import { daysBetween, today } from '@/lib/platform/clock'
import { dateInWords, t } from '@/lib/platform/i18n'

/** The steps of plans that are not done although their due date has passed, the earliest first. */
export const OverdueSteps = ({ steps: { items, total } }: { steps: Steps }) => (
  <Section title={t('myWork.steps.title', { count: total })}>
    <Rows columns="work" label={t('myWork.steps.title', { count: total })}>
      {items.map((step) => (
        <Line key={step.id} step={step} />
      ))}
    </Rows>
    {total > items.length && <small>{t('myWork.steps.some', { shown: items.length })}</small>}
  </Section>
)

const Line = ({ step: { id, title, dueOn, assignment, recommendation, changes } }: { step: OverdueStep }) => (
  <li>
    <div>
      <Overdue>{t('myWork.steps.late', { days: daysBetween(dueOn, today()) })}</Overdue>
      <br />
      <small>{t('list.due', { date: dateInWords(dueOn) })}</small>
    </div>
    <div>
      <b dir="auto">{title}</b>
      <br />
      <NamedRecommendation item={recommendation} href={assignmentAddress(assignment.id, {}, 'plan')} light />{' '}
      <small dir="auto">{assignment.organization}</small>
    </div>
    {changes && (
      <LinkButton href={assignmentAddress(assignment.id, { step: id }, 'plan')}>{t('myWork.steps.change')}</LinkButton>
    )}
  </li>
)
