import { type Actor, keepsTheRecord } from '@/lib/domain/actor'
import { wroteReportOf } from '@/lib/domain/reports-sql'

/** Returns whether someone reviews reports at all: reviewers, coordinators and administrators. */
export const mayReview = (actor: Actor) => actor.role === 'reviewer' || keepsTheRecord(actor)

/** What an actor has to do with an assignment. `reported`: they wrote one of its reports. */
export type Involvement = { organizationId: string; ownerId: string | null; reported: boolean }

/** Why someone who reviews reports may not review this one. */
export type OwnReview = 'review_own_report' | 'review_own_assignment' | 'review_own_organization'

/**
 * Returns why a reviewer may not review the reports of an assignment, whatever their role: they reported on it, own it,
 * or belong to its organization. Returns undefined if they may.
 */
export function ownReview(actor: Actor, { organizationId, ownerId, reported }: Involvement): OwnReview | undefined {
  if (reported) return 'review_own_report'
  if (ownerId === actor.id) return 'review_own_assignment'
  return actor.organizationIds.includes(organizationId) ? 'review_own_organization' : undefined
}

/**
 * SQL: whether `ownReview` has no reason against it that the person `self` of the organizations `own` reviews the reports of
 * the assignment `a`. With `not exists`, PostgreSQL would first read all reports of that person.
 */
export const notOwnReview = (self: string, own: string) => `(
  a.organization_id <> all(${own}) and a.owner_id is distinct from ${self}
  and not ${wroteReportOf(self)})`
