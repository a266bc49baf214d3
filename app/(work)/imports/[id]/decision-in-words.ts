import type { CandidateNow } from '@/lib/imports/candidate-shape'
import { t } from '@/lib/platform/i18n'

type Decided = Pick<CandidateNow, 'decision'> & {
  decidedBy?: CandidateNow['decidedBy'] | undefined
  confidence?: number | undefined
}

/** From this confidence on, the wording of a candidate is called clear. */
const clear = 0.75

/** Returns what was decided on a candidate and by whom, or else how clearly its wording asks for something. */
export function decisionInWords({ decision, decidedBy, confidence }: Decided) {
  if (decision === 'accepted' || decision === 'rejected') {
    return decidedBy
      ? t(`imports.candidate.${decision}By`, { name: decidedBy.name })
      : t(`imports.candidate.${decision}`)
  }
  if (confidence === undefined) return t('imports.candidate.byPerson')
  if (decision === 'offered') return t('imports.candidate.offered')
  return t(confidence >= clear ? 'imports.candidate.clear' : 'imports.candidate.likely')
}
