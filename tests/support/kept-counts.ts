import { statusOf } from '@/lib/domain/statuses'
import { db } from '@/lib/platform/db'
import type { AssignmentStatus } from '@/prisma/generated/enums'

const undone: readonly AssignmentStatus[] = ['not_started', 'in_progress', 'partially_implemented']
const done: readonly AssignmentStatus[] = ['implemented', 'verified']

/** What the database keeps of a recommendation, beside what the rule makes of its assignments. */
export async function keptAndRight(id: string) {
  const { assignments, kind, closure, activity, ...kept } = await db.recommendation.findUniqueOrThrow({
    where: { id },
    include: { assignments: { select: { status: true, dueOn: true } }, activity: { select: { changedAt: true } } },
    omit: { id: true, key: true },
  })
  const { status, openCount, begunCount, implementedCount, verifiedCount, closedCount, nextDueOn, version } = kept
  const statuses = assignments.map((one) => one.status)
  const count = (which: (status: AssignmentStatus) => boolean) => statuses.filter(which).length
  const due = assignments.flatMap(({ status, dueOn }) => (dueOn && undone.includes(status) ? [dueOn.getTime()] : []))
  return {
    changedAt: activity?.changedAt ?? new Date(0),
    kept: { status, openCount, begunCount, implementedCount, verifiedCount, closedCount, nextDueOn, version },
    right: {
      status: statusOf({ kind, closure, assignments: statuses }),
      openCount: count((status) => status !== 'closed'),
      begunCount: count((status) => status !== 'closed' && status !== 'not_started'),
      implementedCount: count((status) => done.includes(status)),
      verifiedCount: count((status) => status === 'verified'),
      closedCount: count((status) => status === 'closed'),
      nextDueOn: due.length > 0 ? new Date(Math.min(...due)) : null,
      version: 1,
    },
  }
}
