import { ownersFor } from '@/lib/assignments/candidates'
import { mayAssign, mayReportOn } from '@/lib/assignments/policy'
import type { Actor } from '@/lib/people/actor'
import { dateInWords, words } from '@/lib/platform/i18n'
import { withLinks } from '@/lib/platform/markdown'
import type { Row } from '@/lib/recommendations/rows'
import type { Whole } from '@/lib/recommendations/whole'
import { addressOf, opening, rowId, type State, showing } from './address'
import type { ShownDetail, ShownStory } from './assignment-detail'
import { ChangeForm } from './change-form'
import { doneInWords } from './done'
import { ReopenForm } from './reopen-form'
import { ReportForm } from './report-form'
import { ReportPanel } from './report-panel'

type Props = { actor: Actor; whole: Whole; row: Row; state: State }

/** What opens below the row of an assignment, in words; nothing if there is nothing. */
export function shownDetail(props: Props): ShownDetail | undefined {
  const { whole, row, state } = props
  const { assignment, reportCount, closing } = row
  const { id } = assignment
  const arrived = state.at === id && state.done
  if (reportCount === 0 && !closing && !arrived && !isOpen(state, id)) return undefined

  return {
    arrived: arrived ? doneInWords(arrived) : undefined,
    closed: closing && words('one.assignments.closedBy', { ...closing, date: dateInWords(closing.at.slice(0, 10)) }),
    story: reportCount > 0 ? storyOf(props) : undefined,
    form: !whole.closure && isOpen(state, id) ? <OpenForm {...props} /> : undefined,
  }
}

function storyOf({ whole, row: { assignment, reports, reportCount: count }, state }: Props): ShownStory {
  const { id, organization } = assignment
  return {
    summary: words('one.assignments.story', { count }),
    open: state.story === id,
    all:
      reports.length < count
        ? {
            href: addressOf(whole.key, showing(state, { story: id }), rowId(id)),
            label: words('one.assignments.storyAll', { count }),
          }
        : undefined,
    reports: reports.map(({ id, asOf, progress, narrative, author, onBehalf, corrects, corrected }) => {
      const by = words(onBehalf ? 'one.assignments.saidOnBehalf' : 'one.assignments.said', {
        author,
        organization: organization.name,
        date: dateInWords(asOf),
      })
      return {
        id,
        status: progress,
        label: words(`progress.${progress}`),
        corrected: corrected ? words('one.assignments.corrected') : undefined,
        said: narrative ? withLinks(narrative) : words('one.assignments.erased'),
        by: corrects ? `${by}. ${words('one.assignments.corrects', { date: dateInWords(corrects) })}` : by,
      }
    }),
  }
}

const isOpen = ({ report, change }: State, id: string) => report === id || change === id

async function OpenForm({ actor, whole, row, state }: Props) {
  const { assignment, organizationId } = row
  const { id, closure } = assignment
  if (!mayReportOn(actor, row)) return null
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
