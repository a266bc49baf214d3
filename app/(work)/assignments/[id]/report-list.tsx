import type { ReactNode } from 'react'
import { type AssignmentState, assignmentAddress } from '@/app/_addresses/assignment'
import { EmptyState } from '@/app/_ui/empty-state'
import { Row, Section } from '@/app/_ui/layout'
import { Plain } from '@/app/_ui/markdown'
import { SoftLink } from '@/app/_ui/soft-link'
import { Status } from '@/app/_ui/status'
import { Muted } from '@/app/_ui/text'
import { mayCorrect } from '@/lib/assignments/policy'
import type { Actor } from '@/lib/domain/actor'
import { dayOf } from '@/lib/platform/clock'
import { dateInWords, t } from '@/lib/platform/i18n'
import { withLinks } from '@/lib/platform/markdown'
import { type AssignmentView, reportsAtATime, takesReports } from '@/lib/register/assignment-view'
import type { Report } from '@/lib/register/reports'
import css from './report-list.module.css'

type Props = { actor: Actor; view: AssignmentView; state: AssignmentState }

/** The reports of the organization, newest first. */
export function ReportList({ actor, view, state }: Props) {
  const { assignment, reports, reportCount: count } = view
  const { id } = assignment
  const open = takesReports(view) && state.form !== 'correct' && !state.reports
  const latest = reports.at(-1)
  return (
    <Section id="reports" title={t('assignment.reports.title')}>
      {count === 0 && <EmptyState title={t('assignment.reports.none')} />}
      <ol className={css.reports}>
        {reports.toReversed().map((report) => (
          <li key={report.id}>
            <Said report={report}>
              {open && report === latest && mayCorrect(actor, view, latest) && (
                <div data-screen="">
                  <SoftLink href={assignmentAddress(id, { form: 'correct' }, 'next')}>
                    {t('recommendation.assignments.correct')}
                  </SoftLink>
                </div>
              )}
            </Said>
          </li>
        ))}
      </ol>
      {count > reportsAtATime && <Pages id={id} page={state.reports ?? 0} count={count} />}
    </Section>
  )
}

function Said({ report, children }: { report: Report; children: ReactNode }) {
  const { progress, narrative, asOf, submittedAt, author, onBehalf, corrects, corrected } = report
  const sent = { author: author.name, date: dateInWords(dayOf(new Date(submittedAt))) }
  const by = t(onBehalf ? 'assignment.reports.onBehalf' : 'assignment.reports.by', sent)
  return (
    <>
      <div>
        <Status status={progress} label={t(`progress.${progress}`)} />
        <small>{t('assignment.reports.asOf', { date: dateInWords(asOf) })}</small>
        {corrected && <small>{t('recommendation.assignments.corrected')}</small>}
      </div>
      <div>
        <p dir="auto">
          {narrative ? <Plain>{withLinks(narrative)}</Plain> : <Muted>{t('recommendation.assignments.erased')}</Muted>}
        </p>
        <small>
          {corrects ? `${by}. ${t('recommendation.assignments.corrects', { date: dateInWords(corrects) })}` : by}
        </small>
        {children}
      </div>
    </>
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
