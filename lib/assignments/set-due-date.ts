import 'server-only'
import { z } from 'zod'
import type { Actor } from '@/lib/domain/actor'
import { pendingStatuses } from '@/lib/domain/statuses'
import { type Change, change } from '@/lib/history/change'
import { explainDates } from '@/lib/history/explain-dates'
import { keepReason } from '@/lib/history/reasons'
import { dayOf } from '@/lib/platform/clock'
import { readIn, type Transaction } from '@/lib/platform/db'
import {
  conflict,
  forbidden,
  invalidField,
  notFound,
  ok,
  type Result,
  unchanged,
  unparsed,
} from '@/lib/platform/result'
import { sql } from '@/lib/platform/sql'
import { KnownName, writtenText } from '@/lib/platform/text'
import { findRecommendation } from '@/lib/recommendations/find'
import { recommendationNow } from '@/lib/recommendations/queries'
import { refusesWork } from '@/lib/recommendations/refuses-work'
import { ConfirmPast, DueDay, pastDue, wrongIn } from './assignment-fields'
import { organizationsOfParties, Party } from './organizations-of-parties'
import { mayAssign } from './policy'

const SetDueDate = z.strictObject({
  key: KnownName,
  dueOn: DueDay,
  confirmPast: ConfirmPast,
  /** Required if one of the assignments already has, or had, a due date. */
  reason: writtenText('reason_missing', 2000).optional(),
  /** Limits the change to the assignments of these organizations, and of the members of these groups. */
  parties: z.array(Party).min(1, 'party_missing').max(200, 'list_too_long').optional(),
})

/** The number of assignments whose date was set, and of those that had this date already. */
export type Dated = { set: number; already: number }

/**
 * Sets the due date of the pending assignments of a recommendation: of all of them, or of those of some parties.
 * Returns the number of assignments. Refusals: `recommendation_not_found`, `assign_forbidden`,
 * `recommendation_closed`, `document_archived`.
 */
export async function setDueDate(actor: Actor, input: unknown): Promise<Result<Dated>> {
  const parsed = SetDueDate.safeParse(input)
  if (!parsed.success) return unparsed(parsed.error)
  const { key, dueOn } = parsed.data

  const recommendation = await findRecommendation(actor, key)
  if (!recommendation) return notFound('recommendation_not_found')

  if (!mayAssign(actor)) return forbidden('assign_forbidden')

  return change(actor, async (change) => {
    const { tx, record, now } = change
    const only = parsed.data.parties && (await organizationsOfParties(tx, parsed.data.parties))
    if (only && !only.ok) return only
    const pending = await lockPending(tx, recommendation.id, only ? only.assignees.map(({ id }) => id) : null)
    const refused = await refusesWork(tx, recommendation.id)
    if (refused) return conflict(refused, await recommendationNow(tx, recommendation.id))

    const moving = pending.filter((assignment) => assignment.dueOn !== dueOn)
    const dated = { set: moving.length, already: pending.length - moving.length }
    if (moving.length === 0) return unchanged(dated)
    const past = pastDue(dueOn, parsed.data, dayOf(now))
    const later = moving.filter(({ first }) => !first)
    const missing = later.length > 0 && !parsed.data.reason ? invalidField('reason', 'reason_missing') : undefined
    if (past || missing) return wrongIn(past, missing)

    const reason = await explain(change, actor, later, parsed.data)
    await move(tx, moving, dueOn)
    for (const { id, dueOn: before, first } of moving) {
      record({
        kind: 'assignment.changed',
        subjectId: id,
        recommendationId: recommendation.id,
        body: { before: { dueOn: before }, after: { dueOn, ...(reason && !first && { reason }) } },
      })
    }
    return ok(dated)
  })
}

type Pending = { id: string; dueOn: string | null; first: boolean }

/**
 * Returns the pending assignments of a recommendation and locks them. Locks them in the order of their IDs, so that two
 * people who set dates at the same time do not deadlock.
 */
const lockPending = (tx: Transaction, recommendationId: string, organizationIds: string[] | null) =>
  readIn<Pending>(
    tx,
    'assignments-to-date',
    sql`
    select id, due_on::text as "dueOn", original_due_on is null as first
    from assignments
    where recommendation_id = ${recommendationId}::uuid
      and (${organizationIds}::uuid[] is null or organization_id = any(${organizationIds}::uuid[]))
      and status::text = any(${pendingStatuses})
    order by id for no key update`,
  )

/** Stores one reason for all dates that change after the first one. Returns what the events record of it. */
async function explain(change: Change, actor: Actor, later: Pending[], { dueOn, reason }: z.infer<typeof SetDueDate>) {
  if (later.length === 0 || !reason) return undefined
  const kept = await keepReason(change, actor, reason)
  const moves = later.map(({ id, dueOn: before }) => ({ assignmentId: id, before, after: dueOn }))
  await explainDates(change, moves, { kind: 'moved', authorId: actor.id, reason: kept })
  return kept
}

/** Writes the new due date. The first date of an assignment becomes its original date too. */
async function move(tx: Transaction, moving: Pending[], dueOn: string) {
  const day = new Date(dueOn)
  for (const first of [true, false]) {
    const ids = moving.filter((assignment) => assignment.first === first).map(({ id }) => id)
    if (ids.length === 0) continue
    await tx.assignment.updateMany({
      where: { id: { in: ids } },
      data: { dueOn: day, ...(first && { originalDueOn: day }), version: { increment: 1 } },
    })
  }
}
