import { ActionForm } from '@/app/_ui/action-form'
import { FormChoices, FormDate, FormHidden, FormTextArea } from '@/app/_ui/form-fields'
import { Fields } from '@/app/_ui/form-layout'
import { Row } from '@/app/_ui/layout'
import { SoftLink } from '@/app/_ui/soft-link'
import { SubmitButton } from '@/app/_ui/submit-button'
import { answersFor } from '@/lib/assignments/policy'
import type { Actor } from '@/lib/domain/actor'
import { dateInWords, t } from '@/lib/platform/i18n'
import { newId } from '@/lib/platform/id'
import type { Row as AssignmentRow } from '@/lib/register/assignment-rows'
import type { Report } from '@/lib/register/reports'
import { Progress } from '@/prisma/generated/enums'
import { sendReport } from './assignment-actions'

type Props = {
  actor: Actor
  row: Pick<AssignmentRow, 'assignment' | 'organizationId' | 'reportCount'>
  /** The key of the recommendation on whose page the form is. Undefined on the page of the assignment. */
  recommendation?: string
  back: string
  /** The latest report, if this one corrects it. */
  corrects: Report | undefined
}

const choices = () =>
  Object.values(Progress).map((value) => ({
    value,
    label: t(`progress.${value}`),
    about: t(`one.report.about.${value}`),
    mark: value,
  }))

/**
 * A form to report what was done and the progress. A correction starts with the text of the latest report, a new report
 * starts empty.
 */
export function ReportForm({ actor, row, recommendation, back, corrects }: Props) {
  const { id, organization, progress, version } = row.assignment
  const { name } = organization
  const first = row.reportCount === 0
  const title = corrects
    ? t('one.report.correctTitle', { date: dateInWords(corrects.asOf), organization: name })
    : t('one.report.title', { organization: name })
  return (
    <ActionForm
      action={sendReport}
      prefix="report-"
      version={version}
      meanwhile={t('one.meanwhile')}
      keep={corrects ? `correct ${corrects.id}` : `report ${id}`}
      focus
    >
      <FormHidden name="id" value={newId()} />
      <FormHidden name="assignmentId" value={id} />
      {recommendation && <FormHidden name="key" value={recommendation} />}
      {corrects && <FormHidden name="corrects" value={corrects.id} />}
      <Fields>
        <h3>{title}</h3>
        {corrects && <p>{t('one.report.correctAbout')}</p>}
        {!answersFor(actor, row) && <p>{t('one.report.onBehalf', { organization: name })}</p>}
        <FormChoices
          name="progress"
          label={t('report.progress')}
          hint={first ? t('one.report.progressHint') : undefined}
          defaultValue={corrects?.progress ?? (first ? undefined : progress)}
          options={choices()}
        />
        <FormTextArea
          name="narrative"
          label={t('report.narrative')}
          hint={t('one.report.narrativeHint')}
          rows={5}
          defaultValue={corrects?.narrative}
        />
        <FormDate
          name="asOf"
          optional
          label={t('one.report.asOf')}
          hint={t('one.report.asOfHint')}
          defaultValue={corrects?.asOf}
        />
        <Row>
          <SubmitButton>{t(corrects ? 'one.report.sendCorrection' : 'report.send')}</SubmitButton>
          <SoftLink href={back}>{t('one.cancel')}</SoftLink>
        </Row>
      </Fields>
    </ActionForm>
  )
}
