import { dayOf } from '@/lib/platform/clock'
import { dateInWords, t } from '@/lib/platform/i18n'
import type { Answer } from '@/lib/register/answers'
import type { AssignmentView } from '@/lib/register/assignment-view'
import { ByLetter } from './by-letter'
import { Explanation } from './date-request'

/** The latest position beside a report, for the people who review it. */
export function PositionInBrief({ view: { answers, evidence } }: { view: AssignmentView }) {
  const [latest] = answers
  return (
    latest && (
      <div>
        <b>{t('answer.history')}</b>
        <AnswerInWords answer={latest} evidence={evidence} />
      </div>
    )
  )
}

/** A position with its author, its day and its reason. */
export function AnswerInWords({ answer, evidence }: { answer: Answer; evidence: AssignmentView['evidence'] }) {
  const { position, reason, answeredOn, by, onBehalf, at } = answer
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
      {answer.letterOn && <br />}
      <ByLetter of={answer} evidence={evidence} />
    </div>
  )
}
