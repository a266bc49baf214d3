import type { AssignmentRole } from '@/prisma/generated/enums'

/** The fields of an assignment that matter when its organization is merged. */
export type Duty = {
  id: string
  key: string
  recommendationId: string
  organizationId: string
  viaGroupId: string | null
  role: AssignmentRole
  ownerId: string | null
  /** YYYY-MM-DD */
  dueOn: string | null
  originalDueOn: string | null
  closed: boolean
  /** Whether anyone has reported on it, drafted a report, requested a date, stated a position or planned a step. */
  worked: boolean
}

/**
 * Returns what happens to an assignment of a merged organization. `theirs` is the other organization's assignment on
 * the same recommendation, if there is one.
 *
 * `move`: it moves. `replace`: it moves and replaces theirs, on which nobody has worked. `drop`: theirs stays, because
 * nobody has worked on this one. `leave`: it is closed and stays with its reports. `refuse`: both have work, so people
 * decide which one to close; or theirs is closed, and this one would disappear with it.
 */
export function mergeOutcome(
  duty: Pick<Duty, 'closed' | 'worked'>,
  theirs: Pick<Duty, 'closed' | 'worked'> | undefined,
): 'move' | 'replace' | 'drop' | 'leave' | 'refuse' {
  if (!theirs) return 'move'
  if (duty.closed) return 'leave'
  if (theirs.closed || (duty.worked && theirs.worked)) return 'refuse'
  return duty.worked ? 'replace' : 'drop'
}

type Terms = Pick<Duty, 'role' | 'ownerId' | 'dueOn' | 'originalDueOn' | 'worked'>

/**
 * Returns the terms of the assignment that stays. It leads if either did, and takes from the other what it lacks. If
 * nobody has worked on it and both have a due date, the earlier one applies.
 */
export function mergedTerms(staying: Terms, going: Terms): Omit<Terms, 'worked'> {
  const sooner = !staying.worked && staying.dueOn !== null && going.dueOn !== null && going.dueOn < staying.dueOn
  const own = staying.originalDueOn !== null && !sooner
  return {
    role: staying.role === 'lead' ? 'lead' : going.role,
    ownerId: staying.ownerId ?? going.ownerId,
    dueOn: own ? staying.dueOn : going.dueOn,
    originalDueOn: staying.originalDueOn ?? going.originalDueOn,
  }
}
