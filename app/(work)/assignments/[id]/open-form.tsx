import { type AssignmentState, assignmentAddress } from '@/app/_addresses/assignment'
import { Stack } from '@/app/_ui/layout'
import { ownersFor } from '@/lib/assignments/assignees'
import { mayAssign } from '@/lib/assignments/policy'
import type { Actor } from '@/lib/domain/actor'
import { wasRefused } from '@/lib/platform/request-scope'
import { type AssignmentView, placeOf } from '@/lib/register/assignment-view'
import { latestRequestIn, waitingRequestIn } from '@/lib/register/date-changes'
import type { ReportDraft } from '@/lib/reports/report-drafts'
import { AnswerForm, AskAgainForm } from './answer-form'
import { ChangeForm } from './change-form'
import { CloseForm } from './close-form'
import { DecideDateForm } from './decide-date-form'
import { RemindForm } from './remind-form'
import { ReopenForm } from './reopen-form'
import { ReportForm } from './report-form'
import { ReportRules } from './report-rules'
import { RequestDateForm } from './request-date-form'
import { ReviewForm } from './review-form'

type Props = {
  actor: Actor
  view: AssignmentView
  form: NonNullable<AssignmentState['form']>
  draft: ReportDraft | undefined
}

/** The form that the URL opens. For a closed assignment, the form to change it reopens it. */
export async function OpenForm({ actor, view, form, draft }: Props) {
  const { assignment, organizationId, reports } = view
  const back = assignmentAddress(assignment.id, {}, 'next')
  const latest = reports.at(-1)
  if (form === 'review') return latest && <ReviewForm view={view} report={latest} back={back} />
  if (form === 'date') return <RequestDateForm actor={actor} view={view} back={back} />
  // A decision that came too late is shown with the request that it was about.
  const request = waitingRequestIn(view.dates) ?? (wasRefused('decide-') ? latestRequestIn(view.dates) : undefined)
  if (form === 'decide') return request && <DecideDateForm view={view} request={request} back={back} />
  if (form === 'position') return <AnswerForm actor={actor} view={view} back={back} />
  if (form === 'remind') return <RemindForm view={view} back={back} />
  if (form === 'again') return <AskAgainForm view={view} back={back} />
  if (reopens(view)) return <ReopenForm assignment={assignment} back={back} />
  if (form === 'close') return <CloseForm view={view} back={back} />
  if (form === 'change') {
    const owners = await ownersFor(actor, organizationId)
    return <ChangeForm view={view} back={back} owners={owners} whole={mayAssign(actor)} />
  }
  return (
    <Stack>
      <ReportForm
        actor={actor}
        row={view}
        place={placeOf(view)}
        back={back}
        corrects={form === 'correct' ? latest : undefined}
        draft={draft}
        returned={assignment.verification === 'returned' ? latest : undefined}
        evidence={view.evidence}
        plan={view.plan}
      />
      <ReportRules />
    </Stack>
  )
}

/** Returns whether a form that changes or reopens the assignment was refused, so that the page must show it again. */
export const refusesChange = () => ['change-', 'reopen-'].some(wasRefused)

/** Returns whether a form that closes or removes the assignment was refused, so that the page must show it again. */
export const refusesEnding = () => ['close-', 'remove-'].some(wasRefused)

const reopens = ({ assignment }: AssignmentView) =>
  wasRefused('reopen-') || (assignment.closure && !refusesChange() && !refusesEnding() && !wasRefused('report-'))
