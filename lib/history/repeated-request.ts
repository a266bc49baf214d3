import 'server-only'
import { z } from 'zod'
import type { Transaction } from '@/lib/platform/db'
import { type EventKind, type NewEvent, subjectTypeOf } from './events'

/**
 * Returns whether a subject was already added in exactly this way, whatever has happened to it since. The request is
 * then a double click or a retry.
 */
export const isRepeatedAddition = async (tx: Transaction, addition: NewEvent) =>
  (await repeatedAdditions(tx, [addition])).has(addition.subjectId)

/** Returns the IDs of the subjects that were already added in exactly this way. All additions are of one kind. */
export async function repeatedAdditions(tx: Transaction, additions: readonly NewEvent[]): Promise<Set<string>> {
  const [first] = additions
  if (!first) return new Set()
  const { kind } = first
  const events = await tx.event.findMany({
    where: { kind, subjectType: subjectTypeOf(kind), subjectId: { in: additions.map(({ subjectId }) => subjectId) } },
    select: { subjectId: true, recommendationId: true, body: true },
  })
  const made = new Set(events.map((event) => signature(event, asSent(event.body))))
  const repeated = additions.filter((addition) => made.has(signature(addition, asSent(JSON.stringify(addition.body)))))
  return new Set(repeated.map(({ subjectId }) => subjectId))
}

type Subject = { subjectId: string; recommendationId?: string | null }

const signature = ({ subjectId, recommendationId = null }: Subject, body: string) =>
  JSON.stringify([subjectId, recommendationId, body])

/** The confirmation of a similar name, and what follows from the rest of a request. A retry is recognized without them. */
const unsent = ['similarTo', 'passage', 'themes', 'addressees']

const asSent = (body: string) =>
  JSON.stringify(JSON.parse(body), (name, value) => (unsent.includes(name) ? undefined : value))

const Explained = z.object({ after: z.object({ reason: z.object({ id: z.uuid() }) }) })

/** Returns whether the last event of a subject is this decision, by the same person and with the same reason. */
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
