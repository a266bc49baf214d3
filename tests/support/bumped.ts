import { db, type Transaction } from '@/lib/platform/db'
import { newId } from '@/lib/platform/id'

export const versionOf = async (id: string) => (await db.assignment.findUniqueOrThrow({ where: { id } })).version

export const bump = (tx: Transaction, id: string) =>
  tx.assignment.update({ where: { id }, data: { version: { increment: 1 } } })

export const bumped = (subjectId: string) =>
  ({
    kind: 'assignment.changed',
    subjectId,
    recommendationId: newId(),
    body: { before: { dueOn: null }, after: { dueOn: '2027-06-30' } },
  }) as const
