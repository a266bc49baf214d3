import { Arrival } from '@/app/_ui/arrival'
import { InPlaceLink } from '@/app/_ui/in-place'
import { Stack } from '@/app/_ui/layout'
import { DetailRow } from '@/app/_ui/table'
import { ownersFor } from '@/lib/assignments/candidates'
import { mayAssign, mayReportOn } from '@/lib/assignments/policy'
import type { Actor } from '@/lib/people/actor'
import { dateInWords, words } from '@/lib/platform/i18n'
import type { Row } from '@/lib/recommendations/rows'
import type { Whole } from '@/lib/recommendations/whole'
import { addressOf, opening, rowId, type State, showing } from './address'
import { ChangeForm } from './change-form'
import { doneInWords } from './done'
import { ReopenForm } from './reopen-form'
import { ReportForm } from './report-form'
import { ReportPanel } from './report-panel'
import { Story } from './story'

type Props = { actor: Actor; whole: Whole; row: Row; state: State }

/** What opens below a row: its story, why it is closed, and the form for the next step. */
export function RowDetail(props: Props) {
  const { whole, row, state } = props
  const { assignment, reports, reportCount, closing } = row
  const { id } = assignment
  const form = !whole.closure && <OpenForm {...props} />
  const arrived = state.at === id && state.done
  if (reportCount === 0 && !closing && !arrived && !isOpen(state, id)) return null

  return (
    <DetailRow span={6}>
      <Stack>
        {arrived && <Arrival>{doneInWords(arrived)}</Arrival>}
        {closing && (
          <small>{words('one.assignments.closedBy', { ...closing, date: dateInWords(closing.at.slice(0, 10)) })}</small>
        )}
        {reportCount > 0 && (
          <Story
            reports={reports}
            count={reportCount}
            organization={assignment.organization.name}
            open={state.story === id}
          >
            {reports.length < reportCount && (
              <InPlaceLink keeps href={addressOf(whole.key, showing(state, { story: id }), rowId(id))}>
                {words('one.assignments.storyAll', { count: reportCount })}
              </InPlaceLink>
            )}
          </Story>
        )}
        {form}
      </Stack>
    </DetailRow>
  )
}

const isOpen = ({ report, change }: State, id: string) => report === id || change === id

async function OpenForm({ actor, whole, row, state }: Props) {
  const { assignment, organizationId } = row
  const { id, closure } = assignment
  if (!isOpen(state, id) || !mayReportOn(actor, row)) return null
  const back = addressOf(whole.key, opening(state), rowId(id))
  if (closure)
    return mayAssign(actor) ? <ReopenForm recommendation={whole.key} assignment={assignment} back={back} /> : null
  if (state.report === id) {
    const corrects = state.correct && row.reports.at(-1)
    return (
      <ReportPanel whole={whole} row={row} state={state}>
        <ReportForm actor={actor} recommendation={whole.key} row={row} back={back} corrects={corrects} />
      </ReportPanel>
    )
  }
  return (
    <ChangeForm
      recommendation={whole.key}
      row={row}
      back={back}
      owners={await ownersFor(organizationId)}
      whole={mayAssign(actor)}
    />
  )
}
