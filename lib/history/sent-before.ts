import 'server-only'
import type { Transaction } from '@/lib/platform/db'
import { type EventKind, hashed } from './events'

/** Whether the last thing that happened to a subject is just this, by the same person and in the same words: a double click. */
export async function sentBefore(
  tx: Transaction,
  actor: { id: string },
  kind: EventKind,
  subjectId: string,
  text: string,
) {
  const last = await tx.event.findFirst({
    where: { subjectType: kind.split('.')[0] ?? '', subjectId },
    orderBy: { seq: 'desc' },
    select: { kind: true, actorId: true, body: true },
  })
  return last?.kind === kind && last.actorId === actor.id && last.body.includes(hashed('', text).sha256)
}
