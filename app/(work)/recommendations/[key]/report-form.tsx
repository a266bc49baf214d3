import { ActionForm } from '@/app/_ui/action-form'
import { FormChoices, FormDate, FormHidden, FormTextArea } from '@/app/_ui/form-fields'
import { Fields } from '@/app/_ui/form-layout'
import { InPlaceLink } from '@/app/_ui/in-place'
import { Row } from '@/app/_ui/layout'
import { SubmitButton } from '@/app/_ui/submit-button'
import { answersFor } from '@/lib/assignments/policy'
import type { Actor } from '@/lib/people/actor'
import { dateInWords, words } from '@/lib/platform/i18n'
import { newId } from '@/lib/platform/id'
import type { Row as AssignmentRow, Report } from '@/lib/recommendations/rows'
import { Progress } from '@/prisma/generated/enums'
import { sendReport } from './assignment-actions'

type Props = {
  actor: Actor
  recommendation: string
  row: AssignmentRow
  back: string
  /** The latest report, where this one is to correct it. */
  corrects: Report | undefined
}

const choices = Object.values(Progress).map((value) => ({
  value,
  label: words(`progress.${value}`),
  about: words(`one.report.about.${value}`),
  mark: value,
}))

/** What was done, and how far it has come. A correction begins with what the latest report says, a first report with nothing. */
export function ReportForm({ actor, recommendation, row, back, corrects }: Props) {
  const { id, organization, progress, version } = row.assignment
  const { name } = organization
  const first = row.reportCount === 0
  const title = corrects
    ? words('one.report.correctTitle', { date: dateInWords(corrects.asOf), organization: name })
    : words('one.report.title', { organization: name })
  return (
    <ActionForm
      action={sendReport}
      prefix="report-"
      version={version}
      meanwhile={words('one.meanwhile')}
      keep={corrects ? `correct ${corrects.id}` : `report ${id}`}
      focus
    >
      <FormHidden name="id" value={newId()} />
      <FormHidden name="assignmentId" value={id} />
      <FormHidden name="key" value={recommendation} />
      {corrects && <FormHidden name="corrects" value={corrects.id} />}
      <Fields>
        <h3>{title}</h3>
        {corrects && <p>{words('one.report.correctAbout')}</p>}
        {!answersFor(actor, row) && <p>{words('one.report.onBehalf', { organization: name })}</p>}
        <FormChoices
          name="progress"
          label={words('report.progress')}
          hint={first ? words('one.report.progressHint') : undefined}
          defaultValue={corrects?.progress ?? (first ? undefined : progress)}
          options={choices}
        />
        <FormTextArea
          name="narrative"
          label={words('report.narrative')}
          hint={words('one.report.narrativeHint')}
          rows={5}
          defaultValue={corrects?.narrative}
        />
        <FormDate
          name="asOf"
          label={words('one.report.asOf')}
          hint={words('one.report.asOfHint')}
          defaultValue={corrects?.asOf}
        />
        <Row>
          <SubmitButton>{words(corrects ? 'one.report.sendCorrection' : 'report.send')}</SubmitButton>
          <InPlaceLink href={back}>{words('one.cancel')}</InPlaceLink>
        </Row>
      </Fields>
    </ActionForm>
  )
}
