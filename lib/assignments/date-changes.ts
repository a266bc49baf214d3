import 'server-only'
import type { Transaction } from '@/lib/platform/db'

/** Returns the request for another due date that waits on an assignment, if there is one. */
export const waitingRequest = (tx: Transaction, assignmentId: string) =>
  tx.dateChange.findFirst({ where: { assignmentId, decision: null }, select: { id: true } })

/** Returns whether the due date of an assignment was moved after the first one. Corrections do not count. */
export async function wasMoved(tx: Transaction, assignmentId: string) {
  const granted = await tx.dateChange.findMany({
    where: { assignmentId, decision: 'granted', kind: { not: 'corrected' }, before: { not: null } },
    select: { before: true, granted: true },
  })
  return granted.some(({ before, granted }) => before?.getTime() !== granted?.getTime())
}
