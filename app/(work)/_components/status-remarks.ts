import type { Assignment } from '@/lib/domain/answer-shapes'
import { t } from '@/lib/platform/i18n'

/** Returns remarks on the status of an assignment: why it is closed, or that nobody has verified it yet. */
export function remarksOn({ closure, progress, verification }: Assignment): string[] {
  if (closure) return [t(`closure.${closure}`)]
  const awaiting = progress === 'implemented' && verification !== 'verified'
  return awaiting ? [t(`verification.${verification}`)] : []
}
