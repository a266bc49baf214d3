import { Plain } from '@/app/_ui/markdown'
import { InOwnWords, Muted } from '@/app/_ui/text'
import type { Evidence } from '@/lib/evidence/queries'
import { dayOf } from '@/lib/platform/clock'
import { dateInWords, t } from '@/lib/platform/i18n'
import { withLinks } from '@/lib/platform/markdown'
import type { DateChange } from '@/lib/register/date-changes'
import { ByLetter } from './by-letter'

/** Who asked for which due date, and why. */
export function DateRequest({ request, evidence }: { request: DateChange; evidence: readonly Evidence[] }) {
  const { by, onBehalf, askedAt, asked = '', before, reason } = request
  const params = {
    by: by.name,
    on: dateInWords(dayOf(new Date(askedAt))),
    asked: dateInWords(asked),
    before: before ? dateInWords(before) : 'none',
    onBehalf: String(onBehalf),
  }
  return (
    <div>
      <b>{t('dates.requested', params)}</b>
      <br />
      <Explanation text={reason} />
      {request.letterOn && <br />}
      <ByLetter of={request} evidence={evidence} />
    </div>
  )
}

/** A reason or a note, in the words of its author. */
export const Explanation = ({ text }: { text: string }) => (
  <InOwnWords>
    {text ? <Plain>{withLinks(text)}</Plain> : <Muted>{t('recommendation.assignments.erased')}</Muted>}
  </InOwnWords>
)
