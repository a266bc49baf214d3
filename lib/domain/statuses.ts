import type { AssignmentStatus, Closure, Kind, RecommendationStatus } from '@/prisma/generated/enums'

type Owed = { kind: Kind; closure: Closure | null; assignments: readonly AssignmentStatus[] }

/** The statuses of an assignment on which work is still to be done. */
export const pendingStatuses = ['not_started', 'in_progress', 'partially_implemented'] satisfies AssignmentStatus[]

const stillToDo: readonly string[] = pendingStatuses

/** Whether work is still to be done on an assignment of this status: only then does its due date matter. */
export const isPending = (status: AssignmentStatus) => stillToDo.includes(status)

const listed = (statuses: readonly string[]) => statuses.map((one) => `'${one}'`).join(', ')

/** SQL: whether work is still to be done on an assignment, by the status in a column. */
export const pendingIn = (column: string) => `${column} in (${listed(pendingStatuses)})`

/** SQL: whether work is still to be done on an assignment `a`. */
export const pending = pendingIn('a.status')

/** The statuses of a recommendation on which an organization, or a coordinator, still has something to do. */
const undoneStatuses = ['unassigned', 'not_started', 'in_progress'] satisfies RecommendationStatus[]

const notDone: readonly string[] = undoneStatuses

/** SQL: whether something is still to be done on a recommendation `r`. */
export const undone = `r.status in (${listed(undoneStatuses)})`

/** Whether something is still to be done on a recommendation of this status. */
export const isUndone = (status: RecommendationStatus) => notDone.includes(status)

const done: readonly AssignmentStatus[] = ['implemented', 'verified']

/** How a recommendation stands, by its assignments. A property test holds what the database keeps against this. */
export function statusOf({ kind, closure, assignments }: Owed): RecommendationStatus {
  const open = assignments.filter((status) => status !== 'closed')
  if (closure || (assignments.length > 0 && open.length === 0)) return 'closed'
  if (open.length === 0) return kind === 'finding' ? 'noted' : 'unassigned'
  if (open.every((status) => status === 'verified')) return 'verified'
  if (open.every((status) => done.includes(status))) return 'implemented'
  return open.some((status) => status !== 'not_started') ? 'in_progress' : 'not_started'
}
