import { dayOf } from '@/lib/platform/clock'
import { dateInWords, t } from '@/lib/platform/i18n'
import type { AssignmentView } from '@/lib/register/assignment-view'
import { type DateChange, movesIn } from '@/lib/register/date-changes'
import { DateRequest, Explanation } from './date-request'

/** How the due date came about: a request with its decision, a move or a correction. */
export const DateChangeInWords = ({
  change,
  evidence,
}: {
  change: DateChange
  evidence: AssignmentView['evidence']
}) => (
  <>
    {change.kind === 'requested' ? <DateRequest request={change} evidence={evidence} /> : <Moved change={change} />}
    <DateDecision change={change} />
  </>
)

/** The first due date, and how often it was moved. */
export function DatesInBrief({ view: { assignment, dates } }: { view: AssignmentView }) {
  const { originalDueOn } = assignment
  if (dates.length === 0 || !originalDueOn) return null
  return <p>{t('dates.summary', { original: dateInWords(originalDueOn), count: movesIn(dates) })}</p>
}

const dayInWords = (date: string | undefined) => (date ? dateInWords(date) : t('history.noDate'))

function Moved({ change: { kind, by, askedAt, before, granted, reason } }: { change: DateChange }) {
  const words = t(kind === 'corrected' ? 'dates.corrected' : 'dates.moved', {
    by: by.name,
    on: dateInWords(dayOf(new Date(askedAt))),
    before: dayInWords(before),
    after: dayInWords(granted),
  })
  return (
    <div>
      <b>{words}</b>
      <br />
      <Explanation text={reason} />
    </div>
  )
}

/** The decision on a request. A date that was moved without a request has none. */
export function DateDecision({ change }: { change: DateChange }) {
  const { kind, decision, decidedBy, decidedAt, granted, asked, note } = change
  if (kind !== 'requested') return null
  if (!decision || !decidedBy || !decidedAt) return <small>{t('dates.waits')}</small>
  const different = decision === 'granted' && granted !== asked
  const words = t(`dates.decided.${different ? 'different' : decision}`, {
    by: decidedBy.name,
    on: dateInWords(dayOf(new Date(decidedAt))),
    date: dayInWords(granted),
  })
  return (
    <div>
      <b>{words}</b>
      {note !== undefined && (
        <>
          <br />
          <Explanation text={note} />
        </>
      )}
    </div>
  )
}
