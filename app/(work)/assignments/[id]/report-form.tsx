import { ActionForm } from '@/app/_ui/action-form'
import { FormChoices, FormDate, FormHidden, FormTextArea } from '@/app/_ui/form-fields'
import { Fields } from '@/app/_ui/form-layout'
import { Row } from '@/app/_ui/layout'
import { SoftLink } from '@/app/_ui/soft-link'
import { SubmitButton } from '@/app/_ui/submit-button'
import { answersFor } from '@/lib/assignments/policy'
import { type AssignmentInPlace, reportableProgress } from '@/lib/assignments/possible-changes'
import type { Actor } from '@/lib/domain/actor'
import { isVerified } from '@/lib/domain/reviewing'
import type { Evidence } from '@/lib/evidence/queries'
import { dateInWords, t } from '@/lib/platform/i18n'
import { newId } from '@/lib/platform/id'
import { wasRefused } from '@/lib/platform/request-scope'
import type { Row as AssignmentRow } from '@/lib/register/assignment-rows'
import type { Report } from '@/lib/register/reports'
import { Progress } from '@/prisma/generated/enums'
import { sendReport } from './assignment-actions'
import { ReliedOn } from './relied-on'

type Props = {
  actor: Actor
  row: Pick<AssignmentRow, 'assignment' | 'organizationId' | 'reportCount'>
  place: AssignmentInPlace
  /** The key of the recommendation on whose page the form is. Undefined on the page of the assignment. */
  recommendation?: string
  back: string
  /** The latest report, if this one corrects it. */
  corrects: Report | undefined
  /** The evidence of the assignment. Undefined on the page of the recommendation. */
  evidence?: Evidence[]
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
 * starts empty.
 */
export function ReportForm({ actor, row, place, recommendation, back, corrects, evidence }: Props) {
  const { id, organization, progress, verification, version } = row.assignment
  const { name } = organization
  const first = row.reportCount === 0
  const title = corrects
    ? t('recommendation.report.correctTitle', { date: dateInWords(corrects.asOf), organization: name })
    : t('recommendation.report.title', { organization: name })
  return (
    <ActionForm
      action={sendReport}
      prefix="report-"
      version={version}
      meanwhile={t('recommendation.changedSince')}
      keep={corrects ? `correct ${corrects.id}` : `report ${id}`}
      focus
    >
      <FormHidden name="id" value={newId()} />
      <FormHidden name="assignmentId" value={id} />
      {recommendation && <FormHidden name="key" value={recommendation} />}
      {corrects && <FormHidden name="corrects" value={corrects.id} />}
      <Fields>
        <h3>{title}</h3>
        {corrects && <p>{t('recommendation.report.correctAbout')}</p>}
        {isVerified(verification) && <p>{t('review.endsVerification')}</p>}
        {!answersFor(actor, row) && <p>{t('recommendation.report.onBehalf', { organization: name })}</p>}
        <FormChoices
          name="progress"
          label={t('report.progress')}
          hint={first ? t('recommendation.report.progressHint') : undefined}
          defaultValue={corrects?.progress ?? (first ? undefined : progress)}
          options={choices(place)}
        />
        <FormTextArea
          name="narrative"
          label={t('report.narrative')}
          hint={t('recommendation.report.narrativeHint')}
          rows={5}
          defaultValue={corrects?.narrative}
        />
        <FormDate
          name="asOf"
          optional
          label={t('recommendation.report.asOf')}
          hint={t('recommendation.report.asOfHint')}
          defaultValue={corrects?.asOf}
        />
        {evidence && <ReliedOn assignment={id} evidence={evidence} corrects={corrects?.id} />}
        <Row>
          <SubmitButton>{t(corrects ? 'recommendation.report.sendCorrection' : 'report.send')}</SubmitButton>
          <SoftLink href={back}>{t('recommendation.cancel')}</SoftLink>
        </Row>
      </Fields>
    </ActionForm>
  )
}
