import type { CandidateNow } from '@/lib/imports/candidate-shape'
import { t } from '@/lib/platform/i18n'

type Decided = Pick<CandidateNow, 'decision'> & {
  decidedBy?: CandidateNow['decidedBy'] | undefined
  confidence?: number | undefined
}

/** Returns what was decided on a candidate and by whom, or else how likely it is a recommendation. */
export function decisionInWords({ decision, decidedBy, confidence }: Decided) {
  if (decision === 'accepted' || decision === 'rejected') {
    return decidedBy
      ? t(`imports.candidate.${decision}By`, { name: decidedBy.name })
      : t(`imports.candidate.${decision}`)
  }
  if (confidence === undefined) return t('imports.candidate.byPerson')
  return t(`imports.candidate.${decision}`, { percent: Math.round(confidence * 100) })
}
