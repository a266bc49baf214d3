import 'server-only'
import { z } from 'zod'
import type { Transaction } from '@/lib/platform/db'
import type { EventKind } from './events'

const Explained = z.object({ after: z.object({ reason: z.object({ id: z.uuid() }) }) })

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
  if (last?.kind !== kind || last.actorId !== actor.id) return false
  const { after } = Explained.parse(JSON.parse(last.body))
  return (await tx.reason.count({ where: { id: after.reason.id, text } })) > 0
}
