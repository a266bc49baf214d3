import { opening, recommendationAddress, rowId, type State, showing } from '@/app/_addresses/recommendation'
import { ownersFor } from '@/lib/assignments/assignees'
import { mayAssign, mayReportOn } from '@/lib/assignments/policy'
import type { Actor } from '@/lib/domain/actor'
import { dateInWords, t } from '@/lib/platform/i18n'
import { withLinks } from '@/lib/platform/markdown'
import type { Row } from '@/lib/register/assignment-rows'
import type { RecommendationView } from '@/lib/register/recommendation-view'
import type { ShownDetail, ShownStory } from './assignment-detail'
import { ChangeForm } from './change-form'
import { doneInWords } from './done-words'
import { ReopenForm } from './reopen-form'
import { ReportForm } from './report-form'
import { ReportPanel } from './report-panel'

type Props = { actor: Actor; whole: RecommendationView; row: Row; state: State }

/** What opens below the row of an assignment, in words; nothing if there is nothing. */
export function shownDetail(props: Props): ShownDetail | undefined {
  const { whole, row, state } = props
  const { assignment, reportCount, closing } = row
  const { id } = assignment
  const arrived = state.at === id && state.done
  if (reportCount === 0 && !closing && !arrived && !isOpen(state, id)) return undefined

  return {
    arrived: arrived ? doneInWords(arrived) : undefined,
    closed: closing && t('one.assignments.closedBy', { ...closing, date: dateInWords(closing.at.slice(0, 10)) }),
    story: reportCount > 0 ? storyOf(props) : undefined,
    form: !whole.closure && isOpen(state, id) ? <OpenForm {...props} /> : undefined,
  }
}

function storyOf({ whole, row: { assignment, reports, reportCount: count }, state }: Props): ShownStory {
  const { id, organization } = assignment
  return {
    summary: t('one.assignments.story', { count }),
    open: state.story === id,
    all:
      reports.length < count
        ? {
            href: recommendationAddress(whole.key, showing(state, { story: id }), rowId(id)),
            label: t('one.assignments.storyAll', { count }),
          }
        : undefined,
    reports: reports.map(({ id, asOf, progress, narrative, author, onBehalf, corrects, corrected }) => {
      const by = t(onBehalf ? 'one.assignments.saidOnBehalf' : 'one.assignments.said', {
        author,
        organization: organization.name,
        date: dateInWords(asOf),
      })
      return {
        id,
        status: progress,
        label: t(`progress.${progress}`),
        corrected: corrected ? t('one.assignments.corrected') : undefined,
        said: narrative ? withLinks(narrative) : t('one.assignments.erased'),
        by: corrects ? `${by}. ${t('one.assignments.corrects', { date: dateInWords(corrects) })}` : by,
      }
    }),
  }
}

const isOpen = ({ report, change }: State, id: string) => report === id || change === id

async function OpenForm({ actor, whole, row, state }: Props) {
  const { assignment, organizationId } = row
  const { id, closure } = assignment
  if (!mayReportOn(actor, row)) return null
  const back = recommendationAddress(whole.key, opening(state), rowId(id))
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
