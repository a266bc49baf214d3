import 'server-only'
import { z } from 'zod'
import { change } from '@/lib/history/change'
import type { Actor } from '@/lib/people/actor'
import { db, isTaken, type Transaction } from '@/lib/platform/db'
import { KnownId } from '@/lib/platform/id'
import { conflict, forbidden, notFound, ok, type Result, unchanged, unparsed } from '@/lib/platform/result'
import { Version } from '@/lib/platform/version'
import { DueDay, leaderOf, OwnerEmail, ownerFor, Role } from './duty'
import { mayAssign, mayReportOn } from './policy'
import { type Assignment, assignmentNow, assignmentThere, cameSecond, findAssignment } from './queries'

const Change = z.strictObject({
  id: KnownId,
  version: Version,
  /** E-mail; null for nobody. */
  owner: OwnerEmail.nullable().optional(),
  /** null for no date. */
  dueOn: DueDay.nullable().optional(),
  role: Role.optional(),
})

type Duty = { ownerId: string | null; dueOn: string | null; role: Assignment['role'] }
type Found = NonNullable<Awaited<ReturnType<typeof findAssignment>>>

/** Names its owner, sets its due date, makes it lead or contributing. Answers the assignment. */
export async function changeAssignment(actor: Actor, input: unknown): Promise<Result<Assignment>> {
  const parsed = Change.safeParse(input)
  if (!parsed.success) return unparsed(parsed.error)
  const { id, version, owner, dueOn, role } = parsed.data

  const found = await findAssignment(actor, id)
  if (!found) return notFound('assignment_not_found')
  const organization = { id: found.organizationId, name: found.assignment.organization.name }

  if (!mayReportOn(actor, found)) return forbidden('owner_forbidden', { organization: organization.name })
  if ((dueOn !== undefined || role !== undefined) && !mayAssign(actor)) return forbidden('assign_forbidden')

  const owning = await ownerFor(owner, [organization])
  if (!owning.ok) return owning

  const before = dutyOf(found)
  const after: Duty = {
    ownerId: owner === undefined ? before.ownerId : owning.id,
    dueOn: dueOn === undefined ? before.dueOn : dueOn,
    role: role ?? before.role,
  }
  if (same(before, after)) return unchanged(found.assignment)

  return refusingSecondLead(found, () =>
    change(actor, async (tx, record) => {
      const day = after.dueOn === null ? null : new Date(after.dueOn)
      const first = found.assignment.originalDueOn ? {} : { originalDueOn: day }
      const { count } = await tx.assignment.updateMany({
        where: { id, closure: null, AND: [{ version }, { version: found.assignment.version }] },
        data: { ownerId: after.ownerId, dueOn: day, role: after.role, ...first, version: { increment: 1 } },
      })
      if (count === 0) return standsAsAsked(tx, id, after)

      record({
        kind: 'assignment.changed',
        subjectId: id,
        recommendationId: found.recommendationId,
        audience: 'internal',
        body: { before: differing(before, after), after: differing(after, before) },
      })
      return ok(await assignmentThere(tx, id))
    }),
  )
}

const dutyOf = ({ ownerId, assignment: { dueOn, role } }: Pick<Found, 'ownerId' | 'assignment'>): Duty => ({
  ownerId,
  dueOn: dueOn ?? null,
  role,
})

const same = (a: Duty, b: Duty) => a.ownerId === b.ownerId && a.dueOn === b.dueOn && a.role === b.role

/** Of one duty, what another one has otherwise. */
const differing = (one: Duty, other: Duty): Partial<Duty> => ({
  ...(one.ownerId !== other.ownerId && { ownerId: one.ownerId }),
  ...(one.dueOn !== other.dueOn && { dueOn: one.dueOn }),
  ...(one.role !== other.role && { role: one.role }),
})

/** A double click is no conflict: what it asks for stands already. Anything else came too late. */
async function standsAsAsked(tx: Transaction, id: string, asked: Duty): Promise<Result<Assignment>> {
  const current = await assignmentNow(tx, id)
  const stands =
    current && !current.closure && same(asked, dutyOf({ ownerId: current.owner?.id ?? null, assignment: current }))
  return stands ? unchanged(current) : cameSecond(tx, id)
}

/** The database lets only one lead: whoever comes second is told who leads. */
async function refusingSecondLead<T>(found: Found, work: () => Promise<Result<T>>): Promise<Result<T>> {
  try {
    return await work()
  } catch (error) {
    if (!isTaken(error)) throw error
    const leader = await leaderOf(found.recommendationId, found.organizationId)
    const current = leader ? await assignmentThere(db, leader.id) : found.assignment
    return conflict('lead_taken', current, { organization: leader?.name ?? '' })
  }
}
