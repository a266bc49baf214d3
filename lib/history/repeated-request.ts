import 'server-only'
import { z } from 'zod'
import type { Transaction } from '@/lib/platform/db'
import { type EventKind, type NewEvent, subjectTypeOf } from './events'

/** Whether a subject was added just so, whatever has become of it since: a double click, or a retry. */
export const isRepeatedAddition = async (tx: Transaction, addition: NewEvent) =>
  (await repeatedAdditions(tx, [addition])).has(addition.subjectId)

/** Of additions of one kind, the ids of the subjects that were added just so, whatever has become of them since. */
export async function repeatedAdditions(tx: Transaction, additions: readonly NewEvent[]): Promise<Set<string>> {
  const [first] = additions
  if (!first) return new Set()
  const { kind } = first
  const events = await tx.event.findMany({
    where: { kind, subjectType: subjectTypeOf(kind), subjectId: { in: additions.map(({ subjectId }) => subjectId) } },
    select: { subjectId: true, recommendationId: true, body: true },
  })
  const made = new Set(events.map((event) => signature(event, withoutConfirmation(event.body))))
  const repeated = additions.filter((addition) => made.has(signature(addition, JSON.stringify(addition.body))))
  return new Set(repeated.map(({ subjectId }) => subjectId))
}

type Subject = { subjectId: string; recommendationId?: string | null }

const signature = ({ subjectId, recommendationId = null }: Subject, body: string) =>
  JSON.stringify([subjectId, recommendationId, body])

/** Somebody may send again without the confirmation what they made with it. */
const withoutConfirmation = (body: string) =>
  JSON.stringify(JSON.parse(body), (name, value) => (name === 'similarTo' ? undefined : value))

const Explained = z.object({ after: z.object({ reason: z.object({ id: z.uuid() }) }) })

/** Whether the last thing that happened to a subject is this decision, by the same person and for the same reason. */
export async function isRepeatedDecision(
  tx: Transaction,
  actor: { id: string },
  kind: EventKind,
  subjectId: string,
  reason: string,
) {
  const last = await tx.event.findFirst({
    where: { subjectType: subjectTypeOf(kind), subjectId },
    orderBy: { seq: 'desc' },
    select: { kind: true, actorId: true, body: true },
  })
  if (last?.kind !== kind || last.actorId !== actor.id) return false
  const { after } = Explained.parse(JSON.parse(last.body))
  return (await tx.reason.count({ where: { id: after.reason.id, text: reason } })) > 0
}
