import type { Assignment } from '@/lib/domain/answer-shapes'
import { decisionsOn } from '@/lib/domain/reviewing'
import { isPending } from '@/lib/domain/statuses'
import { dayOf, today } from '@/lib/platform/clock'
import { Progress } from '@/prisma/generated/enums'

/** An assignment, and the state of the recommendation, the document and the organization to which it belongs. */
export type AssignmentInPlace = {
  assignment: Pick<Assignment, 'status' | 'closure' | 'position' | 'verification'>
  recommendationClosed: boolean
  documentArchived: boolean
  organizationArchived: boolean
}

/*
 * What the state of an assignment allows now, whoever acts. policy.ts says who may act. The commands refuse what these
 * functions exclude, and the pages offer nothing else.
 */

/**
 * Returns the progress that a report may state now, or an empty list if no report is accepted. A report cannot bring
 * work back to an archived organization.
 */
export function reportableProgress({ assignment, organizationArchived, ...place }: AssignmentInPlace): Progress[] {
  if (assignment.closure || place.recommendationClosed || place.documentArchived) return []
  return Object.values(Progress).filter((progress) => !organizationArchived || !bringsBack(assignment, progress))
}

/** Returns whether a report can say that nothing has changed: only while something is still to be reported. */
export const keepsProgress = ({ progress }: Pick<Assignment, 'progress'>) => progress !== 'implemented'

/** Returns whether a report was submitted today, after which there is no other day on which nothing changed. */
export const wasReportedToday = ({ reportedAt }: Pick<Assignment, 'reportedAt'>) =>
  reportedAt !== undefined && dayOf(new Date(reportedAt)) === today()

/** Returns whether a report of this progress says that there is work to do again. */
export const bringsBack = ({ status }: Pick<Assignment, 'status'>, progress: Progress) =>
  !isPending(status) && isPending(progress)

/** Returns whether the owner, the due date and the role can be changed now. */
export const takesChange = ({ assignment, ...place }: AssignmentInPlace) =>
  !assignment.closure && !place.recommendationClosed && !place.documentArchived && !place.organizationArchived

/** Returns whether evidence can be added now: only where work is recorded. It can be withdrawn at any time. */
export const takesEvidence = (place: AssignmentInPlace) => takesChange(place)

/** Returns whether the people who act can be reminded now: while something is to be done, and it was not refused. */
export const takesReminder = (place: AssignmentInPlace) =>
  takesChange(place) && isPending(place.assignment.status) && place.assignment.position !== 'not_accepted'

/** Returns whether another due date can be requested now: only while something is still to be done. */
export const takesDateRequest = (place: AssignmentInPlace) => takesChange(place) && isPending(place.assignment.status)

/** Returns whether the organization can state a position now. */
export const takesPosition = (place: AssignmentInPlace) => takesChange(place)

/** Returns whether steps can be added to the plan or changed now. */
export const takesPlan = (place: AssignmentInPlace) => takesChange(place)

/** Returns whether the organization can be asked again now: only while it does not accept the recommendation. */
export const takesAskingAgain = (place: AssignmentInPlace) =>
  takesPosition(place) && place.assignment.position === 'not_accepted'

/**
 * Returns whether the assignment can be closed now. It can be wherever it is, because two organizations can only be
 * merged after one of two assignments with reports is closed.
 */
export const takesClosure = ({ assignment }: Pick<AssignmentInPlace, 'assignment'>) => !assignment.closure

/** Returns whether the assignment can be reopened now. */
export const takesReopening = ({ assignment, documentArchived, organizationArchived }: AssignmentInPlace) =>
  assignment.closure !== undefined && !documentArchived && !organizationArchived

/**
 * Returns whether the assignment can be removed now: only before anyone has worked on it. `work` counts reports and their
 * drafts, requests for a due date, answers, evidence and steps of the plan.
 */
export const takesRemoval = ({ assignment }: Pick<AssignmentInPlace, 'assignment'>, work: number) =>
  !assignment.closure && work === 0

/**
 * Returns the decisions that a reviewer can take on the latest report now. A report of an archived organization cannot be
 * returned, because that would bring work back to it.
 */
export function possibleDecisions({ assignment, organizationArchived, ...place }: AssignmentInPlace) {
  if (assignment.closure || place.recommendationClosed || place.documentArchived) return []
  return decisionsOn(assignment).filter((decision) => !organizationArchived || decision !== 'return')
}
