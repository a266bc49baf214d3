import { opening, recommendationAddress, rowId, type State } from '@/app/_addresses/recommendation'
import { doneInWords } from '@/app/(work)/_components/done-words'
import { ReportForm } from '@/app/(work)/assignments/[id]/report-form'
import { mayReportOn } from '@/lib/assignments/policy'
import { reportableProgress } from '@/lib/assignments/possible-changes'
import type { Actor } from '@/lib/domain/actor'
import { dateInWords, t } from '@/lib/platform/i18n'
import { wasRefused } from '@/lib/platform/request-scope'
import type { Row } from '@/lib/register/assignment-rows'
import { placeOfRow, type RecommendationView } from '@/lib/register/recommendation-view'
import { findReportDraftOf } from '@/lib/reports/report-drafts'
import type { ShownDetail } from './assignment-detail'
import { ReportPanel } from './report-panel'

type Props = { actor: Actor; whole: RecommendationView; row: Row; state: State; outcome: string }

/** Returns the texts of what opens below the row of an assignment, or undefined if there is nothing. */
export function shownDetail(props: Props): ShownDetail | undefined {
  const { whole, row, state, outcome } = props
  const { assignment, closing } = row
  const arrived = state.at === assignment.id && state.done
  const opened = state.report === assignment.id
  const open = opened && (reportableProgress(placeOfRow(whole, row)).length > 0 || wasRefused('report-'))
  if (!closing && !arrived && !open) return undefined

  return {
    arrived: arrived ? `${doneInWords(arrived)} ${outcome}`.trim() : undefined,
    closed:
      closing && t('recommendation.assignments.closedBy', { ...closing, date: dateInWords(closing.at.slice(0, 10)) }),
    form: open ? <OpenForm {...props} /> : undefined,
  }
}

async function OpenForm({ actor, whole, row, state }: Props) {
  if (!mayReportOn(actor, row) && !wasRefused('report-')) return null
  const back = recommendationAddress(whole.key, opening(state), rowId(row.assignment.id))
  const { latest } = row
  const corrects = state.correct && latest
  const draft = await findReportDraftOf(actor, row.assignment.id)
  return (
    <ReportPanel whole={whole} row={row} state={state}>
      <ReportForm
        actor={actor}
        row={row}
        place={placeOfRow(whole, row)}
        recommendation={whole.key}
        back={back}
        corrects={corrects}
        draft={draft}
        returned={row.assignment.verification === 'returned' ? latest : undefined}
      />
    </ReportPanel>
  )
}
