import { Disclosure } from '@/app/_ui/disclosure'
import type { CandidateNow } from '@/lib/imports/candidate-shape'
import { t } from '@/lib/platform/i18n'
import { reasonWords } from '@/lib/suggestions/reason-words'

type Reason = CandidateNow['reasons'][number]

/** Why a sentence may be a recommendation, and why not. */
export function Reasons({ reasons }: { reasons: readonly Reason[] }) {
  if (reasons.length === 0) return null
  const [supporting, opposing] = [
    reasons.filter(({ weight }) => weight > 0),
    reasons.filter(({ weight }) => weight < 0),
  ]
  return (
    <Disclosure summary={t('imports.candidate.why')}>
      {supporting.length > 0 && <p>{t('imports.candidate.reasonsFor', { reasons: inWords(supporting) })}</p>}
      {opposing.length > 0 && <p>{t('imports.candidate.reasonsAgainst', { reasons: inWords(opposing) })}</p>}
    </Disclosure>
  )
}

const inWords = (reasons: readonly Reason[]) => reasons.map(({ rule }) => reasonWords(rule)).join('. ')
