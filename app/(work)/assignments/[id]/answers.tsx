import { dayOf } from '@/lib/platform/clock'
import { dateInWords, t } from '@/lib/platform/i18n'
import type { Answer } from '@/lib/register/answers'
import type { AssignmentView } from '@/lib/register/assignment-view'
import { Explanation } from './date-request'

/** The latest position beside a report, for the people who review it. */
export function PositionInBrief({ view: { answers } }: { view: AssignmentView }) {
  const [latest] = answers
  return (
    latest && (
      <div>
        <b>{t('answer.history')}</b>
        <AnswerInWords answer={latest} />
      </div>
    )
  )
}

/** A position with its author, its day and its reason. */
export function AnswerInWords({ answer: { position, reason, answeredOn, by, onBehalf, at } }: { answer: Answer }) {
  const written = dayOf(new Date(at))
  const words = answeredOn
    ? t('answer.said', {
        position: t(`position.${position}`),
        by: by.name,
        onBehalf: String(onBehalf),
        on: dateInWords(answeredOn),
      })
    : t('answer.askedAgain', { by: by.name, on: dateInWords(written) })
  return (
    <div>
      <b>{words}</b>
      {reason !== undefined && (
        <>
          <br />
          <Explanation text={reason} />
        </>
      )}
      {answeredOn && answeredOn !== written && (
        <>
          <br />
          <small>{t('answer.written', { date: dateInWords(written) })}</small>
        </>
      )}
    </div>
  )
}
