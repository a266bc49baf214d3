import { dayOf, daysBetween } from '@/lib/platform/clock'
import { t } from '@/lib/platform/i18n'
import type { Progress } from '@/prisma/generated/enums'
import type { Claim } from './implementation-claim-sql'

/** Returns how many days after its due date an assignment was first reported as implemented, or 0. */
export function daysLate(claim: Claim | null | undefined): number {
  if (!claim?.dueOn) return 0
  return Math.max(daysBetween(claim.dueOn, dayOf(new Date(claim.at))), 0)
}

/** Returns "Reported 9 days late" for an implemented assignment. Moving the due date afterwards does not change it. */
export function reportedLateInWords(assignment: Reported): string | undefined {
  const days = daysReportedLate(assignment)
  return days > 0 ? t('due.reportedLate', { days }) : undefined
}

/** Returns how many days late an implemented assignment was reported, or 0. Also 0 for any other assignment. */
export const daysReportedLate = ({ progress, reportedImplemented }: Reported): number =>
  progress === 'implemented' ? daysLate(reportedImplemented) : 0

type Reported = { progress: Progress; reportedImplemented?: Claim | null | undefined }
