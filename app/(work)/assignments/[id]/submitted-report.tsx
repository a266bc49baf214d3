import type { ReactNode } from 'react'
import { Plain, Written } from '@/app/_ui/markdown'
import { Status } from '@/app/_ui/status'
import { Muted } from '@/app/_ui/text'
import { erasureInWords } from '@/app/(work)/_components/erasure-words'
import { unwritten } from '@/lib/domain/report-words'
import type { Evidence } from '@/lib/evidence/queries'
import { dayOf } from '@/lib/platform/clock'
import { dateInWords, listInWords, t } from '@/lib/platform/i18n'
import { readMarkdown, withLinks } from '@/lib/platform/markdown'
import { evidenceOfReport, mostNamed } from '@/lib/register/fit-activity'
import type { Report, Review } from '@/lib/register/reports'
import { ByLetter } from './by-letter'
import { EvidenceTitle } from './evidence-title'
import css from './submitted-report.module.css'

type Props = {
  report: Report
  evidence: Evidence[]
  /** Whether there is room only for the beginnings of the texts and the number of pieces of evidence. */
  brief?: boolean
  children?: ReactNode
}

/** A report with its progress, text and author, the evidence that it names, and the decisions of reviewers on it. */
export function SubmittedReport({ report, evidence, brief = false, children }: Props) {
  const {
    progress,
    narrative,
    erasure,
    asOf,
    submittedAt,
    author,
    onBehalf,
    imported,
    corrects,
    corrected,
    reviews = [],
  } = report
  const drafters = report.draftedBy?.map(({ name }) => name)
  const sent = { author: author.name, date: dateInWords(dayOf(new Date(submittedAt))) }
  const by = t(onBehalf ? 'assignment.reports.onBehalf' : 'assignment.reports.by', sent)
  return (
    <div className={css.beside}>
      <div>
        <small>{t('assignment.activity.of.report')}</small>
        <Status status={progress} label={t(`progress.${progress}`)} />
        <small>{t('assignment.reports.asOf', { date: dateInWords(asOf) })}</small>
        {imported && <small>{t('assignment.reports.imported')}</small>}
        {corrected && <small>{t('recommendation.assignments.corrected')}</small>}
      </div>
      <div>
        {narrative ? (
          <Written>{readMarkdown(narrative)}</Written>
        ) : (
          <p>
            <Muted>{erasure ? erasureInWords(erasure) : unwritten(report)}</Muted>
          </p>
        )}
        <small>
          {[
            by,
            drafters && t('assignment.reports.draftedBy', { names: listInWords(drafters) }),
            corrects && t('recommendation.assignments.corrects', { date: dateInWords(corrects) }),
          ]
            .filter(Boolean)
            .join('. ')}
        </small>
        <ByLetter of={report} evidence={evidence} />
        <NamedEvidence evidence={evidenceOfReport(report, evidence)} most={brief ? 0 : mostNamed} />
        {reviews.map((review) => (
          <Decision key={review.id} review={review} />
        ))}
        {children}
      </div>
    </div>
  )
}

/** The evidence that a report names: at most `most` pieces, and the number of the others. */
function NamedEvidence({ evidence, most }: { evidence: Evidence[]; most: number }) {
  if (evidence.length === 0) return null
  const more = evidence.length - most
  return (
    <div className={css.decision}>
      <b>{t('evidence.reliesOn')}</b>
      <ul>
        {evidence.slice(0, most).map((one) => (
          <li key={one.id}>
            <EvidenceTitle evidence={one} />
          </li>
        ))}
        {more > 0 && (
          <li>
            <a href="#evidence">{t('evidence.moreNamed', { count: more, listed: String(most) })}</a>
          </li>
        )}
      </ul>
    </div>
  )
}

function Decision({ review: { decision, by, at, note } }: { review: Review }) {
  const words = t(`review.decided.${decision}`, { by: by.name, date: dateInWords(dayOf(new Date(at))) })
  return (
    <div className={css.decision}>
      <b>{words}</b>
      {note !== undefined && (
        <p dir="auto">
          {note ? <Plain>{withLinks(note)}</Plain> : <Muted>{t('recommendation.assignments.erased')}</Muted>}
        </p>
      )}
    </div>
  )
}

/** Something with a label beside it, as a report has its progress. */
export const Beside = ({ label, children }: { label: string; children: ReactNode }) => (
  <div className={css.beside}>
    <div>
      <small>{label}</small>
    </div>
    <div>{children}</div>
  </div>
)
