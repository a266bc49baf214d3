import type { ReviewDecision, Verification } from '@/prisma/generated/enums'

const decisions: Record<Verification, readonly ReviewDecision[]> = {
  none: [],
  submitted: ['accept', 'accept_alternative', 'return'],
  verified: ['return'],
  verified_alternative: ['return'],
  returned: [],
}

/**
 * Returns the decisions that a reviewer can take on the latest report of an assignment. Returning a report that was
 * accepted reverses that decision. A report that was returned is not decided again: the organization reports again.
 */
export const decisionsOn = ({ verification }: { verification: Verification }) => decisions[verification]

/** The verification that each decision leads to. */
export const verificationAfter = {
  accept: 'verified',
  accept_alternative: 'verified_alternative',
  return: 'returned',
} as const satisfies Record<ReviewDecision, Verification>

/** Returns whether a reviewer has accepted that the assignment is implemented. */
export const isVerified = (verification: Verification) =>
  verification === 'verified' || verification === 'verified_alternative'

/**
 * Returns the verification after a new report. A report that repeats that the assignment is implemented keeps the
 * verification. One that reports less ends it.
 */
export function verificationAfterReport(before: Verification, implemented: boolean): Verification {
  if (!implemented) return 'none'
  return isVerified(before) ? before : 'submitted'
}
