import { dayOf, daysBetween } from '@/lib/platform/clock'
import { words } from '@/lib/platform/i18n'
import type { Claim } from './claim-sql'
import type { Assignment } from './shapes'

/** Returns how many days after its due date an assignment was first reported as implemented; 0 if it was in time. */
export function daysLate(claim: Claim | undefined): number {
  if (!claim?.dueOn) return 0
  return Math.max(daysBetween(claim.dueOn, dayOf(new Date(claim.at))), 0)
}

/** "Reported 9 days late", for an assignment that is implemented. A due date that is moved later does not alter it. */
export function reportedLateInWords({ progress, reportedImplemented }: Assignment): string | undefined {
  const days = progress === 'implemented' ? daysLate(reportedImplemented) : 0
  return days > 0 ? words('due.reportedLate', { days }) : undefined
}
