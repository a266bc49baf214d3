import { Section } from '@/app/_ui/layout'
import { dayOf } from '@/lib/platform/clock'
import { dateInWords, t } from '@/lib/platform/i18n'
import type { AssignmentView } from '@/lib/register/assignment-view'
import { type DateChange, movesIn } from '@/lib/register/date-changes'
import { DateRequest, Explanation } from './date-request'
import css from './dates.module.css'

/** How the due date came about: requests, decisions, moves and corrections, the newest first. */
export function Dates({ view: { assignment, dates } }: { view: AssignmentView }) {
  if (dates.length === 0) return null
  const { originalDueOn } = assignment
  return (
    <Section id="dates" title={t('dates.title')}>
      {originalDueOn && <p>{t('dates.summary', { original: dateInWords(originalDueOn), count: movesIn(dates) })}</p>}
      <ol className={css.dates}>
        {dates.map((change) => (
          <li key={change.id}>
            {change.kind === 'requested' ? <DateRequest request={change} /> : <Moved change={change} />}
            <DateDecision change={change} />
          </li>
        ))}
      </ol>
    </Section>
  )
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
