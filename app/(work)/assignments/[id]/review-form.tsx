import { ActionForm } from '@/app/_ui/action-form'
import { Disclosure } from '@/app/_ui/disclosure'
import { FormChoices, FormHidden, FormTextArea } from '@/app/_ui/form-fields'
import { Fields } from '@/app/_ui/form-layout'
import { Row } from '@/app/_ui/layout'
import { Notice } from '@/app/_ui/notice'
import { SoftLink } from '@/app/_ui/soft-link'
import { SubmitButton } from '@/app/_ui/submit-button'
import { possibleDecisions } from '@/lib/assignments/possible-changes'
import { t } from '@/lib/platform/i18n'
import { newId } from '@/lib/platform/id'
import { wasRefused } from '@/lib/platform/request-scope'
import { type AssignmentView, placeOf } from '@/lib/register/assignment-view'
import { evidenceOfReport, fitReports } from '@/lib/register/fit-activity'
import type { Report } from '@/lib/register/reports'
import { ReviewDecision } from '@/prisma/generated/enums'
import { PositionInBrief } from './answers'
import { PlanInBrief } from './plan-in-brief'
import { decideReport } from './review-actions'
import { SubmittedReport } from './submitted-report'

type Props = { view: AssignmentView; report: Report; back: string }

/** What was reported and decided before, the newest first. Open if a reviewer has returned the report before this one. */
function EarlierReports({ view: { reports, evidence }, report }: Omit<Props, 'back'>) {
  const earlier = reports.filter(({ id }) => id !== report.id).toReversed()
  const [before] = earlier
  if (!before) return null
  return (
    <Disclosure
      summary={t('review.earlier', { count: earlier.length })}
      open={before.reviews?.at(-1)?.decision === 'return'}
    >
      {fitReports(earlier, evidence).map((one) => (
        <SubmittedReport key={one.report.id} {...one} evidence={evidence} />
      ))}
    </Disclosure>
  )
}

/** Says that a report names no evidence, and how much of it the assignment has. */
function WithoutEvidence({ view: { evidence }, report }: Omit<Props, 'back'>) {
  if (evidenceOfReport(report, evidence).length > 0) return null
  const there = evidence.filter(({ withdrawn }) => !withdrawn).length
  return (
    <Notice tone="warning">
      {t('review.noEvidence')} {there > 0 && <a href="#evidence">{t('review.unnamedEvidence', { count: there })}</a>}
    </Notice>
  )
}

/** The report that claims implementation, and a form to decide on it or to reverse the decision. */
export function ReviewForm({ view, report, back }: Props) {
  const { assignment } = view
  const possible = possibleDecisions(placeOf(view))
  // A decision that came too late is shown as it was sent.
  const decisions = possible.length === 0 && wasRefused('review-') ? Object.values(ReviewDecision) : possible
  const { name } = assignment.organization
  const only = decisions.length === 1 ? decisions[0] : undefined
  return (
    <ActionForm
      action={decideReport}
      prefix="review-"
      version={assignment.version}
      otherChanges={t('recommendation.changedSince')}
      keep={`review ${report.id}`}
      focus
      buttonsOnly
    >
      <FormHidden name="id" value={newId()} />
      <FormHidden name="assignmentId" value={assignment.id} />
      <FormHidden name="reportId" value={report.id} />
      <Fields>
        <h3>{t(only ? 'review.reverseTitle' : 'review.title', { organization: name })}</h3>
        <SubmittedReport report={report} evidence={view.evidence} />
        {!only && <WithoutEvidence view={view} report={report} />}
        <EarlierReports view={view} report={report} />
        <PositionInBrief view={view} />
        <PlanInBrief view={view} />
        {only ? (
          <FormHidden name="decision" value={only} />
        ) : (
          <FormChoices
            name="decision"
            label={t('review.decision')}
            options={decisions.map((value) => ({
              value,
              label: t(`review.${value}`),
              about: t(`review.about.${value}`),
            }))}
          />
        )}
        <FormTextArea
          name="note"
          label={t(only ? 'review.reason' : 'review.note')}
          hint={t(only ? 'review.reasonHint' : 'review.noteHint')}
          rows={4}
        />
        <Row>
          <SubmitButton>{t(only ? 'review.reverse' : 'review.send')}</SubmitButton>
          <SoftLink href={back}>{t('recommendation.cancel')}</SoftLink>
        </Row>
      </Fields>
    </ActionForm>
  )
}
