import { Disclosure } from '@/app/_ui/disclosure'
import type { CandidateNow } from '@/lib/imports/candidate-shape'
import { t } from '@/lib/platform/i18n'
import { isReason, reasonWords } from '@/lib/suggestions/reason-words'

type Reason = CandidateNow['reasons'][number]

/** Why a sentence may be a recommendation, and why not, with the sum of the reasons. */
export function Reasons({ reasons, confidence }: { reasons: readonly Reason[]; confidence?: number | undefined }) {
  const supporting = inWords(reasons.filter(({ weight }) => weight > 0))
  const opposing = inWords(reasons.filter(({ rule, weight }) => weight < 0 && rule !== 'unsure'))
  const unsure = reasons.some(({ rule }) => rule === 'unsure')
  if (supporting === '' && opposing === '') return null
  return (
    <>
      {unsure && <p>{reasonWords('unsure')}.</p>}
      <Disclosure summary={t('imports.candidate.why')}>
        {supporting && <p>{t('imports.candidate.reasonsFor', { reasons: supporting })}</p>}
        {opposing && <p>{t('imports.candidate.reasonsAgainst', { reasons: opposing })}</p>}
        {confidence !== undefined && (
          <p>{t('imports.candidate.confidence', { percent: Math.round(confidence * 100) })}</p>
        )}
      </Disclosure>
    </>
  )
}

const inWords = (reasons: readonly Reason[]) =>
  reasons.flatMap(({ rule }) => (isReason(rule) ? [reasonWords(rule)] : [])).join('. ')
