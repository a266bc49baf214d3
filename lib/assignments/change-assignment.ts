import 'server-only'
import { z } from 'zod'
import type { Actor } from '@/lib/domain/actor'
import { type Change, change } from '@/lib/history/change'
import type { hashed } from '@/lib/history/events'
import { dateOf, explainDates } from '@/lib/history/explain-dates'
import { keepReason } from '@/lib/history/reasons'
import { Checkbox } from '@/lib/platform/checkbox'
import { dayOf } from '@/lib/platform/clock'
import { db, isTaken, type Transaction } from '@/lib/platform/db'
import { ExistingId } from '@/lib/platform/id'
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
import { writtenText } from '@/lib/platform/text'
import { Version } from '@/lib/platform/version'
import {
  ConfirmPast,
  DueDay,
  isOwner,
  leaderOf,
  OwnerEmail,
  ownerFor,
  pastDue,
  Role,
  wrongIn,
} from './assignment-fields'
import { wasMoved } from './date-changes'
import { mayAssign, mayReportOn } from './policy'
import { type Assignment, assignmentHeld, assignmentThere, findAssignment } from './queries'
import { holdOrganizationOf, refusesWorkOn } from './refuses-work'

const ChangeAssignment = z.strictObject({
  id: ExistingId,
  version: Version,
  /** The email address or the ID of a person. Null for nobody. */
  owner: OwnerEmail.nullable().optional(),
  /** Null to remove the date. */
  dueOn: DueDay.nullable().optional(),
  confirmPast: ConfirmPast,
  /** Required to change or remove a due date. Not required for the first one. */
  reason: writtenText('reason_missing', 2000).optional(),
  /** The current date was mistyped, so the original date is corrected too. */
  correction: Checkbox,
  role: Role.optional(),
})

type Input = z.infer<typeof ChangeAssignment>

type Duty = { ownerId: string | null; dueOn: string | null; role: Assignment['role'] }
type Found = NonNullable<Awaited<ReturnType<typeof findAssignment>>>

/**
 * Changes the owner, the due date or the role of an assignment. A due date after the first one needs a reason. Returns
 * the assignment. Refusals: `assignment_not_found`, `owner_forbidden`, `assign_forbidden`, `assignment_closed`,
 * `assignment_changed`, `assignment_organization_archived`, `assignment_organization_merged`, `recommendation_closed`,
 * `document_archived`, `date_moved_before`, `lead_taken`.
 */
export async function changeAssignment(actor: Actor, input: unknown): Promise<Result<Assignment>> {
  const parsed = ChangeAssignment.safeParse(input)
  if (!parsed.success) return unparsed(parsed.error)
  const { id, version, owner, dueOn, role } = parsed.data

  const found = await findAssignment(actor, id)
  if (!found) return notFound('assignment_not_found')
  const organization = { id: found.organizationId, name: found.assignment.organization.name }

  if (!mayReportOn(actor, found)) return forbidden('owner_forbidden', { organization: organization.name })
  if ((dueOn !== undefined || role !== undefined) && !mayAssign(actor)) return forbidden('assign_forbidden')

  return refusingSecondLead(found, () =>
    change(actor, async (change) => {
      const { tx, record } = change
      const outOfUse = await holdOrganizationOf(tx, found)
      const owning = await ownerFor(tx, actor, owner, [organization])
      const held = await assignmentHeld(tx, id)
      if (!held) return notFound('assignment_not_found')
      const before = dutyOf(held)
      const stays = owner === undefined || (await staysOwner(tx, actor, owner, before))
      if (!owning.ok && !stays) return owning

      const after: Duty = {
        ownerId: stays || !owning.ok ? before.ownerId : owning.id,
        dueOn: dueOn === undefined ? before.dueOn : dueOn,
        role: role ?? before.role,
      }
      const changed = differing(after, before)
      if (Object.keys(changed).length === 0) return unchanged(held)
      if (held.closure) return conflict('assignment_closed', held)
      if (held.version !== version) return conflict('assignment_changed', held)
      const refused = await refusesWorkOn(tx, found.recommendationId, held, outOfUse)
      if (refused) return refused

      const dated = await explainedDate(change, actor, parsed.data, held, changed)
      if (!dated.ok) return dated

      await write(tx, id, changed, held.originalDueOn === undefined || dated.value.correction === true)
      record({
        kind: 'assignment.changed',
        subjectId: id,
        recommendationId: found.recommendationId,
        body: { before: differing(before, after), after: { ...changed, ...dated.value } },
      })
      return ok(await assignmentThere(tx, id))
    }),
  )
}

/** Returns whether the named person already owns the assignment. They stay its owner even if they can no longer act. */
const staysOwner = async (tx: Transaction, actor: Actor, named: string | null, { ownerId }: Duty) =>
  named !== null && ownerId !== null && (await isOwner(tx, actor, named, ownerId))

type Explanation = { reason?: ReturnType<typeof hashed>; correction?: true }

/**
 * Checks a new due date and stores its reason. The first date needs no reason. Only a date that was never moved can be
 * corrected as mistyped. Returns what the event records of the change.
 */
async function explainedDate(
  change: Change,
  actor: Actor,
  input: Input,
  held: Assignment,
  { dueOn }: Partial<Duty>,
): Promise<Result<Explanation>> {
  if (dueOn === undefined) return ok({})
  const { id, reason, correction } = input
  const past = pastDue(dueOn, input, dayOf(change.now))
  const first = held.originalDueOn === undefined
  const missing = first || reason ? undefined : invalidField('reason', 'reason_missing')
  if (past || missing) return wrongIn(past, missing)
  if (first || !reason) return ok({})
  if (correction && dueOn === null) return invalidField('dueOn', 'day_missing')
  if (correction && (held.originalDueOn !== held.dueOn || (await wasMoved(change.tx, id)))) {
    return conflict('date_moved_before', held)
  }

  const kept = await keepReason(change, actor, reason)
  const move = { assignmentId: id, before: held.dueOn ?? null, after: dueOn }
  await explainDates(change, [move], {
    kind: correction ? 'corrected' : 'moved',
    authorId: actor.id,
    reason: kept,
  })
  return ok({ reason: kept, ...(correction && { correction }) })
}

/** Writes the changed fields. `original`: the due date becomes the original date too. */
const write = (tx: Transaction, id: string, { dueOn, ...changed }: Partial<Duty>, original: boolean) =>
  tx.assignment.update({
    where: { id },
    data: { ...changed, ...(dueOn !== undefined && dated(dueOn, original)), version: { increment: 1 } },
    select: { id: true },
  })

function dated(dueOn: string | null, original: boolean) {
  const day = dateOf(dueOn)
  return original ? { dueOn: day, originalDueOn: day } : { dueOn: day }
}

const dutyOf = ({ owner, dueOn, role }: Assignment): Duty => ({
  ownerId: owner?.id ?? null,
  dueOn: dueOn ?? null,
  role,
})

/** Returns the fields of the first value that differ from those of the second. */
const differing = (one: Duty, other: Duty): Partial<Duty> => ({
  ...(one.ownerId !== other.ownerId && { ownerId: one.ownerId }),
  ...(one.dueOn !== other.dueOn && { dueOn: one.dueOn }),
  ...(one.role !== other.role && { role: one.role }),
})

/** Returns a conflict that names the lead if the database refuses a second one. */
async function refusingSecondLead<T>(found: Found, work: () => Promise<Result<T>>): Promise<Result<T>> {
  try {
    return await work()
  } catch (error) {
    if (!isTaken(error)) throw error
    const leader = await leaderOf(db, found.recommendationId, found.organizationId)
    const current = leader ? await assignmentThere(db, leader.id) : found.assignment
    return conflict('lead_taken', current, { organization: leader?.name ?? '' })
  }
}
