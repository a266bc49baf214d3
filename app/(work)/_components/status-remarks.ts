import type { Assignment } from '@/lib/domain/answer-shapes'
import { silentFor } from '@/lib/domain/silent-assignments'
import { t } from '@/lib/platform/i18n'

/**
 * Returns remarks on the status of an assignment: why it is closed, the position of the organization, that nobody
 * has verified it yet, or that nothing has been reported for a long time.
 */
export function remarksOn(assignment: Assignment, today: string): string[] {
  const { closure, position, progress, verification } = assignment
  if (closure) return [t(`closure.${closure}`)]
  const awaiting = progress === 'implemented' && verification !== 'verified'
  const silent = silentFor(assignment, today)
  return [
    ...(position === 'pending' ? [] : [t(`position.${position}`)]),
    ...(awaiting ? [t(`verification.${verification}`)] : []),
    ...(silent === undefined ? [] : [t('list.filter.silent', { days: silent })]),
  ]
}
