import { type AssignmentState, assignmentAddress } from '@/app/_addresses/assignment'
import { EmptyState } from '@/app/_ui/empty-state'
import { Row, Section } from '@/app/_ui/layout'
import { SoftLink } from '@/app/_ui/soft-link'
import { mayCorrect } from '@/lib/assignments/policy'
import type { Actor } from '@/lib/domain/actor'
import { t } from '@/lib/platform/i18n'
import { type AssignmentView, reportsAtATime, takesReports } from '@/lib/register/assignment-view'
import css from './report-list.module.css'
import { SubmittedReport } from './submitted-report'

type Props = { actor: Actor; view: AssignmentView; state: AssignmentState }

/** The reports of the organization, newest first. */
export function ReportList({ actor, view, state }: Props) {
  const { assignment, reports, reportCount: count } = view
  const { id } = assignment
  const open =
    takesReports(view) && assignment.verification !== 'returned' && state.form !== 'correct' && !state.reports
  const latest = reports.at(-1)
  return (
    <Section id="reports" title={t('assignment.reports.title')}>
      {count === 0 && <EmptyState title={t('assignment.reports.none')} />}
      <ol className={css.reports}>
        {reports.toReversed().map((report) => (
          <li key={report.id}>
            <SubmittedReport report={report} evidence={view.evidence}>
              {open && report === latest && mayCorrect(actor, view, latest) && (
                <div data-screen="">
                  <SoftLink href={assignmentAddress(id, { form: 'correct' }, 'next')}>
                    {t('recommendation.assignments.correct')}
                  </SoftLink>
                </div>
              )}
            </SubmittedReport>
          </li>
        ))}
      </ol>
      {count > reportsAtATime && <Pages id={id} page={state.reports ?? 0} count={count} />}
    </Section>
  )
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
