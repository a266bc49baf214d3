import { ActionForm } from '@/app/_ui/action-form'
import { FormChoices, FormDate, FormHidden } from '@/app/_ui/form-fields'
import { Fields } from '@/app/_ui/form-layout'
import { Notice } from '@/app/_ui/notice'
import { MentionField } from '@/app/(work)/_components/mention-field'
import { answersFor } from '@/lib/assignments/policy'
import { type AssignmentInPlace, reportableProgress } from '@/lib/assignments/possible-changes'
import type { Actor } from '@/lib/domain/actor'
import { isVerified } from '@/lib/domain/reviewing'
import type { Evidence } from '@/lib/evidence/queries'
import { isUnfinished } from '@/lib/plans/late-step'
import type { Action } from '@/lib/plans/queries'
import { today } from '@/lib/platform/clock'
import { dateInWords, t } from '@/lib/platform/i18n'
import { wasRefused } from '@/lib/platform/request-scope'
import type { Row as AssignmentRow } from '@/lib/register/assignment-rows'
import type { Report } from '@/lib/register/reports'
import type { ReportDraft } from '@/lib/reports/report-drafts'
import { Progress } from '@/prisma/generated/enums'
import { sendReport } from './assignment-actions'
import { LetterFields } from './letter-fields'
import { unfinishedInWords } from './plan-words'
import { ReportButtons } from './report-buttons'
import { ReportEvidence } from './report-evidence'
import css from './report-form.module.css'

type Props = {
  actor: Actor
  row: Pick<AssignmentRow, 'assignment' | 'organizationId' | 'reportCount'>
  place: AssignmentInPlace
  /** The key of the recommendation on whose page the form is. Undefined on the page of the assignment. */
  recommendation?: string
  back: string
  /** The latest report, if this one corrects it. */
  corrects: Pick<Report, 'id' | 'asOf' | 'progress' | 'narrative'> | undefined
  /** The draft that the reader may see. */
  draft?: ReportDraft | undefined
  /** The report that a reviewer returned, from which the next one starts. */
  returned?: Pick<Report, 'id' | 'progress' | 'narrative'> | undefined
  /** The evidence of the assignment. Undefined on the page of the recommendation. */
  evidence?: Evidence[]
  /** The steps of the plan. Undefined on the page of the recommendation. */
  plan?: Action[]
}

/** Returns the progress that can be reported now. A refused form keeps every choice, because one of them was made. */
const choices = (place: AssignmentInPlace) =>
  (wasRefused('report-') ? Object.values(Progress) : reportableProgress(place)).map((value) => ({
    value,
    label: t(`progress.${value}`),
    about: t(`recommendation.report.about.${value}`),
    mark: value,
  }))

/**
 * A form to report what was done and the progress. A correction starts with the text of the latest report, a new report
 * with its draft or with the report that was returned, and otherwise it starts empty.
 */
export function ReportForm(props: Props) {
  const { actor, row, place, recommendation, back, corrects, draft, returned, evidence, plan } = props
  const { id, organization, progress, verification, version } = row.assignment
  const { name } = organization
  const first = row.reportCount === 0
  const start: Partial<Pick<Report, 'progress' | 'narrative' | 'asOf'>> | undefined =
    corrects ?? draft ?? (returned && { ...returned, asOf: today() })
  const title = corrects
    ? t('recommendation.report.correctTitle', { date: dateInWords(corrects.asOf), organization: name })
    : t('recommendation.report.title', { organization: name })
  return (
    <ActionForm
      action={sendReport}
      prefix="report-"
      version={version}
      otherChanges={t('recommendation.changedSince')}
      keep={corrects ? `correct ${corrects.id}` : `report ${id}`}
      draftVersion={corrects ? undefined : String(draft?.version ?? '')}
      focus
    >
      <FormHidden name="assignmentId" value={id} />
      {recommendation && <FormHidden name="key" value={recommendation} />}
      <Fields>
        <h3>{title}</h3>
        {corrects && <p>{t('recommendation.report.correctAbout')}</p>}
        {returned && !corrects && !draft && <p>{t('reportDraft.returned')}</p>}
        {isVerified(verification) && <p>{t('review.endsVerification')}</p>}
        {!answersFor(actor, row) && <p>{t('recommendation.report.onBehalf', { organization: name })}</p>}
        <div className={css.claim}>
          <FormChoices
            name="progress"
            label={t('report.progress')}
            hint={first ? t('recommendation.report.progressHint') : undefined}
            defaultValue={start ? start.progress : first ? undefined : progress}
            options={choices(place)}
          />
          {plan && <Unfinished plan={plan} />}
        </div>
        <MentionField
          name="narrative"
          label={t('report.narrative')}
          hint={t('recommendation.report.narrativeHint')}
          rows={5}
          defaultValue={start?.narrative}
        />
        <FormDate
          name="asOf"
          optional
          label={t('recommendation.report.asOf')}
          hint={t('recommendation.report.asOfHint')}
          defaultValue={start?.asOf}
        />
        {evidence && <ReportEvidence actor={actor} assignment={id} evidence={evidence} named={namedIn(props)} />}
        <LetterFields
          actor={actor}
          assignment={id}
          organizationId={row.organizationId}
          evidence={evidence}
          draft={corrects ? undefined : draft}
        />
        <ReportButtons actor={actor} assignment={id} corrects={corrects?.id} draft={draft} back={back} />
      </Fields>
    </ActionForm>
  )
}

/** Returns the IDs of the evidence that the report names at first. */
function namedIn({ evidence = [], corrects, draft, returned }: Props): string[] {
  if (draft && !corrects) return draft.evidence
  const start = corrects ?? returned
  return evidence.flatMap(({ id, reports }) => (start && reports.includes(start.id) ? [id] : []))
}

/** A warning about steps that are not finished, shown while "implemented" is chosen. */
function Unfinished({ plan }: { plan: Action[] }) {
  const steps = plan.filter(isUnfinished)
  if (steps.length === 0) return null
  return (
    <div className={css.unfinished}>
      <Notice tone="warning">
        {unfinishedInWords(steps)}
        <br />
        {t('reportDraft.unfinishedReport')}
      </Notice>
    </div>
  )
}
