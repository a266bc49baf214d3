import type { ReactNode } from 'react'
import { type AssignmentState, assignmentAddress } from '@/app/_addresses/assignment'
import { EmptyState } from '@/app/_ui/empty-state'
import { Row, Section } from '@/app/_ui/layout'
import { SoftLink } from '@/app/_ui/soft-link'
import { EraseLink } from '@/app/(work)/_components/erase-link'
import { mayCorrect } from '@/lib/assignments/policy'
import type { Actor } from '@/lib/domain/actor'
import { t } from '@/lib/platform/i18n'
import { type Activity, activityIn } from '@/lib/register/activity'
import { type AssignmentView, reportsAtATime, takesReports } from '@/lib/register/assignment-view'
import { fitActivity, type ShownActivity } from '@/lib/register/fit-activity'
import css from './activity-list.module.css'
import { AnswerInWords } from './answers'
import { DateChangeInWords, DatesInBrief } from './dates'
import { Beside, SubmittedReport } from './submitted-report'

type Props = { actor: Actor; view: AssignmentView; state: AssignmentState }

/** What was reported, answered, asked and decided, the newest first. A review is below its report. */
export function ActivityList({ actor, view, state }: Props) {
  const { assignment, reports, reportCount: count } = view
  const { id } = assignment
  const open =
    takesReports(view) && assignment.verification !== 'returned' && state.form !== 'correct' && !state.reports
  const latest = reports.at(-1)
  const all = fitActivity(activityIn(view, !state.reports), { first: state.whole, evidence: view.evidence })
  return (
    <Section id="reports" title={t('assignment.activity.title')}>
      <DatesInBrief view={view} />
      {all.length === 0 && <EmptyState title={t('assignment.activity.none')} />}
      <ol className={css.activity}>
        {all.map((activity) => (
          <li key={activity.id} id={activity.id}>
            <Item activity={activity} view={view}>
              {activity.beginningOnly && (
                <SoftLink href={assignmentAddress(id, { reports: state.reports, whole: activity.id }, activity.id)}>
                  {t('assignment.activity.showWhole')}
                </SoftLink>
              )}
              {activity.kind === 'report' && activity.report.narrative && (
                <EraseLink actor={actor} noun="assignment" id={id} item={activity.report.id} />
              )}
              {open && activity.id === latest?.id && mayCorrect(actor, view, latest) && (
                <div data-screen="">
                  <SoftLink href={assignmentAddress(id, { form: 'correct' }, 'next')}>
                    {t('recommendation.assignments.correct')}
                  </SoftLink>
                </div>
              )}
            </Item>
          </li>
        ))}
      </ol>
      {count > reportsAtATime && <Pages id={id} page={state.reports ?? 0} count={count} />}
    </Section>
  )
}

type ItemProps = { activity: ShownActivity; view: AssignmentView; children: ReactNode }

/** One activity, with whose it is beside it. `children` are links below it. */
function Item({ activity, view, children }: ItemProps) {
  if (activity.kind === 'report') {
    return (
      <SubmittedReport report={activity.report} evidence={view.evidence} brief={activity.beginningOnly ?? false}>
        {children}
      </SubmittedReport>
    )
  }
  return (
    <Beside label={t(`assignment.activity.of.${whose(activity)}`)}>
      {activity.kind === 'position' ? (
        <AnswerInWords answer={activity.answer} evidence={view.evidence} />
      ) : (
        <DateChangeInWords change={activity.change} evidence={view.evidence} />
      )}
      {children}
    </Beside>
  )
}

/** Returns whose activity it is: the organization's or the coordinator's. */
function whose(activity: Exclude<Activity, { kind: 'report' }>) {
  if (activity.kind === 'position') return activity.answer.answeredOn ? 'position' : 'asked'
  return activity.change.kind
}

function Pages({ id, page, count }: { id: string; page: number; count: number }) {
  const at = (reports: number) => assignmentAddress(id, { reports: reports || undefined }, 'reports')
  const to = Math.min((page + 1) * reportsAtATime, count)
  return (
    <Row>
      <small>{t('assignment.reports.shown', { from: page * reportsAtATime + 1, to, count })}</small>
      <Row screen>
        {page > 0 && <SoftLink href={at(page - 1)}>{t('assignment.reports.newer')}</SoftLink>}
        {to < count && <SoftLink href={at(page + 1)}>{t('assignment.reports.older')}</SoftLink>}
      </Row>
    </Row>
  )
}
