import 'server-only'
import { z } from 'zod'
import type { Actor } from '@/lib/domain/actor'
import { ConfirmSimilar } from '@/lib/domain/name-confirmation'
import { type Change, change } from '@/lib/history/change'
import { repeatedAdditions } from '@/lib/history/repeated-request'
import { dayOf } from '@/lib/platform/clock'
import { db, readIn, type Transaction } from '@/lib/platform/db'
import { derivedId, NewRowId } from '@/lib/platform/id'
import {
  conflict,
  type Failure,
  forbidden,
  invalidField,
  notFound,
  ok,
  type Result,
  unchanged,
  unparsed,
} from '@/lib/platform/result'
import { sql } from '@/lib/platform/sql'
import { KnownName } from '@/lib/platform/text'
import { findRecommendation } from '@/lib/recommendations/find'
import { recommendationNow } from '@/lib/recommendations/queries'
import { isRefusedWork, refusesWork } from '@/lib/recommendations/refuses-work'
import { ConfirmPast, DueDay, leaderOf, OwnerEmail, ownerFor, pastDue, Role, wrongIn } from './assignment-fields'
import { type AssignmentTerms, additionOf, insertAssignments } from './insert-assignments'
import { type Assignee, addMissing, organizationsOfParties, Party } from './organizations-of-parties'
import { mayAssign } from './policy'
import { type Assignment, assignmentsNow, assignmentThere } from './queries'

const AssignParties = z.strictObject({
  /**
   * The ID of the form, or of the assignment if one organization is named. If it is sent twice, nothing is added twice.
   */
  id: NewRowId,
  key: KnownName,
  parties: z.array(Party).min(1, 'organization_missing').max(500, 'list_too_long'),
  /** Creates organizations that do not exist yet. */
  addMissing: z.boolean().default(false),
  confirmSimilar: ConfirmSimilar,
  owner: OwnerEmail.optional(),
  dueOn: DueDay.optional(),
  confirmPast: ConfirmPast,
  role: Role.default('contributing'),
})
type AssignRequest = z.output<typeof AssignParties>

/** The assignments that were made now, and those that already existed: the first of each by name, and how many. */
export type Assigned = { made: Assignment[]; already: Assignment[]; counts: { made: number; already: number } }

/** The most assignments of each in one answer. */
const most = 200

/**
 * Assigns a recommendation to organizations and to all members of groups. Makes one assignment for each organization,
 * or none at all if any cannot be made. Returns the new and the existing assignments. Refusals:
 * `recommendation_not_found`, `assign_forbidden`, `recommendation_closed`, `document_archived`,
 * `assignment_sent_before`, `lead_taken`.
 */
export async function assignParties(actor: Actor, input: unknown): Promise<Result<Assigned>> {
  const parsed = AssignParties.safeParse(input)
  if (!parsed.success) return unparsed(parsed.error)
  const request = parsed.data

  const recommendation = await findRecommendation(actor, request.key)
  if (!recommendation) return notFound('recommendation_not_found')

  if (!mayAssign(actor)) return forbidden('assign_forbidden')

  const assigned = await change(actor, async (change) => {
    const { tx, now } = change
    const there = await readIn<{ id: string }>(
      tx,
      'recommendation-to-assign',
      sql`select id from recommendations where id = ${recommendation.id}::uuid for key share`,
    )
    if (there.length === 0) return notFound('recommendation_not_found')
    const { parties, confirmSimilar } = request
    const refused = request.addMissing ? await addMissing(change, parties, { actor, confirmSimilar }) : undefined
    const found = refused ?? (await organizationsOfParties(tx, parties))
    const assignees = found.ok ? found.assignees : []
    const owning = await ownerFor(tx, actor, request.owner, assignees)
    const { dueOn, role } = request
    const lead = role === 'lead' && assignees.length > 1 ? invalidField('role', 'lead_is_one') : undefined
    if (!found.ok || !owning.ok || lead) return wrongIn(found, owning, lead, pastDue(dueOn, request, dayOf(now)))

    const making = { recommendationId: recommendation.id, assignees, ownerId: owning.id, dueOn, role }
    return assignAll(change, { ...making, request })
  })
  if (assigned.ok || !isRefusedWork(assigned.code)) return assigned
  // Read after the rollback, without the assignments that were rolled back.
  return conflict(assigned.code, await recommendationNow(db, recommendation.id))
}

type All = { recommendationId: string; assignees: Assignee[]; request: AssignRequest } & Omit<
  AssignmentTerms,
  'viaGroupId'
>

async function assignAll(change: Change, all: All) {
  const { tx } = change
  const { recommendationId, assignees, request } = all
  const idOf = ({ id }: Assignee) =>
    request.parties.some(isGroup) || assignees.length > 1 ? derivedId(id, request.id) : request.id
  const made = await insertAssignments(change, { ...all, idOf })
  const past = made.length > 0 && pastDue(request.dueOn, request, dayOf(change.now))
  if (past) return past
  const refused = made.length > 0 && (await refusesWork(tx, recommendationId))
  if (refused) return conflict(refused, null)

  const there = await tx.assignment.findMany({
    where: { recommendationId, organizationId: { in: assignees.map(({ id }) => id) } },
    select: { id: true, organizationId: true },
  })
  const another = await conflictWithSentBefore(tx, all, idOf, made)
  if (another) return another
  const without = assignees.find(({ id }) => !there.some(({ organizationId }) => organizationId === id))
  if (without) return leadTaken(tx, recommendationId, without.id)

  const sent = new Set([...made, ...assignees.map(idOf)])
  const those = (wanted: boolean) => there.flatMap(({ id }) => (sent.has(id) === wanted ? id : []))
  const [now, before] = [those(true), those(false)]
  const assigned = {
    made: await assignmentsNow(tx, now, most),
    already: await assignmentsNow(tx, before, most),
    counts: { made: now.length, already: before.length },
  }
  return made.length > 0 ? ok(assigned) : unchanged(assigned)
}

const isGroup = (party: Party) => 'group' in party

/**
 * Returns the response if the ID was used before. A double click makes the assignments once, whatever happened to them
 * since; a different request is a conflict.
 */
async function conflictWithSentBefore(tx: Transaction, all: All, idOf: (one: Assignee) => string, made: string[]) {
  const before = all.assignees
    .map((one) => additionOf(idOf(one), one, all))
    .filter(({ subjectId }) => !made.includes(subjectId))
  const rows = await tx.assignment.findMany({
    where: { id: { in: before.map(({ subjectId }) => subjectId) } },
    select: { id: true },
  })
  const there = before.filter(({ subjectId }) => rows.some(({ id }) => id === subjectId))
  const repeated = await repeatedAdditions(tx, there)
  const other = there.find(({ subjectId }) => !repeated.has(subjectId))
  return other && conflict('assignment_sent_before', await assignmentThere(tx, other.subjectId))
}

/** Returns the refusal for a second lead, which the database prevents. */
async function leadTaken(tx: Transaction, recommendationId: string, organizationId: string): Promise<Failure> {
  const leader = await leaderOf(tx, recommendationId, organizationId)
  if (!leader) throw new Error('An assignment was not made, and nothing stands in its way.')
  return conflict('lead_taken', await assignmentThere(tx, leader.id), { organization: leader.name })
}
