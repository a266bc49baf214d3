import { ActionForm } from '@/app/_ui/action-form'
import { FormDate, FormHidden, FormSelect, FormTextArea } from '@/app/_ui/form-fields'
import { Fields } from '@/app/_ui/form-layout'
import { InPlaceLink } from '@/app/_ui/in-place'
import { Row } from '@/app/_ui/layout'
import { SubmitButton } from '@/app/_ui/submit-button'
import { answersFor } from '@/lib/assignments/policy'
import type { Actor } from '@/lib/people/actor'
import { words } from '@/lib/platform/i18n'
import { newId } from '@/lib/platform/id'
import type { Row as AssignmentRow } from '@/lib/recommendations/rows'
import { Progress } from '@/prisma/generated/enums'
import { sendReport } from './assignment-actions'

type Props = { actor: Actor; recommendation: string; row: AssignmentRow; back: string }

/** What was done, and how far it has come. */
export function ReportForm({ actor, recommendation, row, back }: Props) {
  const { id, organization, progress, version } = row.assignment
  const { name } = organization
  return (
    <ActionForm
      action={sendReport}
      prefix="report-"
      version={version}
      meanwhile={words('one.meanwhile')}
      keep={`report ${id}`}
      focus
    >
      <FormHidden name="id" value={newId()} />
      <FormHidden name="assignmentId" value={id} />
      <FormHidden name="key" value={recommendation} />
      <Fields>
        <h3>{words('one.report.title', { organization: name })}</h3>
        {!answersFor(actor, row) && <p>{words('one.report.onBehalf', { organization: name })}</p>}
        <FormSelect
          name="progress"
          label={words('report.progress')}
          defaultValue={progress === 'not_started' ? 'in_progress' : progress}
          options={Object.values(Progress).map((value) => ({ value, label: words(`progress.${value}`) }))}
        />
        <FormTextArea name="narrative" label={words('report.narrative')} hint={words('one.report.narrativeHint')} />
        <FormDate name="asOf" label={words('one.report.asOf')} hint={words('one.report.asOfHint')} />
        <Row>
          <SubmitButton>{words('report.send')}</SubmitButton>
          <InPlaceLink href={back}>{words('one.cancel')}</InPlaceLink>
        </Row>
      </Fields>
    </ActionForm>
  )
}
