import { db, type Transaction } from '@/lib/platform/db'
import { newId } from '@/lib/platform/id'

/** Returns the version of an assignment. */
export const versionOf = async (id: string) => (await db.assignment.findUniqueOrThrow({ where: { id } })).version

/** Changes an assignment: its version. */
export const bump = (tx: Transaction, id: string) =>
  tx.assignment.update({ where: { id }, data: { version: { increment: 1 } } })

/** The event for a change of an assignment. */
export const bumped = (subjectId: string) =>
  ({
    kind: 'assignment.changed',
    subjectId,
    recommendationId: newId(),
    body: { before: { dueOn: null }, after: { dueOn: '2027-06-30' } },
  }) as const
