import type { AssignmentStatus, Closure, Kind, RecommendationStatus } from '@/prisma/generated/enums'

type WithAssignments = { kind: Kind; closure: Closure | null; assignments: readonly AssignmentStatus[] }

/** The statuses of assignments that still need work. */
export const pendingStatuses = ['not_started', 'in_progress', 'partially_implemented'] satisfies AssignmentStatus[]

const stillToDo: readonly string[] = pendingStatuses

/** Returns whether an assignment with this status still needs work. Only then does its due date matter. */
export const isPending = (status: AssignmentStatus) => stillToDo.includes(status)

const listed = (statuses: readonly string[]) => statuses.map((one) => `'${one}'`).join(', ')

/** SQL: whether an assignment still needs work, by its status in a column. */
export const pendingIn = (column: string) => `${column} in (${listed(pendingStatuses)})`

/** SQL: whether an assignment `a` still needs work. */
export const pending = pendingIn('a.status')

/** The statuses of recommendations for which an organization or a coordinator still has something to do. */
const undoneStatuses = ['unassigned', 'not_started', 'in_progress'] satisfies RecommendationStatus[]

const notDone: readonly string[] = undoneStatuses

/** SQL: whether a recommendation `r` still needs something to be done. */
export const undone = `r.status in (${listed(undoneStatuses)})`

/** Returns whether a recommendation with this status still needs something to be done. */
export const isUndone = (status: RecommendationStatus) => notDone.includes(status)

const done: readonly AssignmentStatus[] = ['implemented', 'verified']

/**
 * Returns the status of a recommendation, derived from its assignments. A property test compares it with the status
 * that the database stores.
 */
export function statusOf({ kind, closure, assignments }: WithAssignments): RecommendationStatus {
  const open = assignments.filter((status) => status !== 'closed')
  if (closure || (assignments.length > 0 && open.length === 0)) return 'closed'
  if (open.length === 0) return kind === 'finding' ? 'noted' : 'unassigned'
  if (open.every((status) => status === 'verified')) return 'verified'
  if (open.every((status) => done.includes(status))) return 'implemented'
  return open.some((status) => status !== 'not_started') ? 'in_progress' : 'not_started'
}
