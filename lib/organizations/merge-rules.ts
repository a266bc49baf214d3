import type { AssignmentRole } from '@/prisma/generated/enums'

/** What matters of an assignment when its organization is merged into another one. */
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
  /** Somebody has reported on it, or answered for it. */
  worked: boolean
}

/**
 * What becomes of the duty of an organization that is merged, where the other one owes the same (`theirs`) or not.
 *
 * `move`: it goes over. `replace`: it goes over in place of theirs, in which nobody has worked. `drop`: theirs stays, since
 * nobody has worked in this one. `leave`: it is closed, and stays where it is with its reports. `refuse`: there is work in
 * both, and people decide which of them is closed; or theirs is closed, and this one would go out of sight with it.
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
 * The terms of the duty that stays: it leads if either did, and has from the other what it lacks itself. Where nobody has
 * worked in either and both have a due date, the earlier one holds.
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
