import 'server-only'
import { z } from 'zod'
import type { Actor } from '@/lib/domain/actor'
import { isId, unknownPerson } from '@/lib/domain/owners'
import { visibleTo } from '@/lib/people/policy'
import { Checkbox } from '@/lib/platform/checkbox'
import type { Transaction } from '@/lib/platform/db'
import { dateInWords } from '@/lib/platform/i18n'
import { type Invalid, invalid, invalidField } from '@/lib/platform/result'
import { KnownName, writtenDay } from '@/lib/platform/text'
import { AssignmentRole } from '@/prisma/generated/enums'
import { canOwn, canOwnAny } from './policy'

/** Fields of both assigning and changing an assignment. */
export const DueDay = writtenDay('day_unreadable')
export const OwnerEmail = KnownName.pipe(z.string().trim().max(320, 'text_too_long'))
/** Confirms a due date in the past. A checkbox of a form sends `on`. */
export const ConfirmPast = Checkbox
export const Role = z.enum(AssignmentRole, 'role_unreadable')

type Organization = { id: string; name: string }

/**
 * Returns the owner for an email or an ID: null if none is named, or what is wrong with the choice. If the actor may
 * not know the person, the answer is the same as for an account that does not exist. Locks the account, so that it
 * cannot be closed or moved to other organizations before the change is over.
 */
export async function ownerFor(
  tx: Transaction,
  actor: Actor,
  named: string | null | undefined,
  organizations: Organization[],
) {
  if (!named) return { ok: true, id: null } as const
  const known = { AND: [visibleTo(actor), called(named), { disabledAt: null }] }
  const there = await tx.user.findFirst({ where: known, select: { id: true } })
  if (there) await tx.$executeRaw`select from users where id = ${there.id}::uuid for share`
  const user = await tx.user.findFirst({
    where: known,
    select: { id: true, name: true, role: true, disabledAt: true, memberships: { select: { organizationId: true } } },
  })
  if (!user) return invalidField('owner', 'owner_unknown', unknownPerson(named))
  const outside = organizations.find(({ id }) => !canOwnAny(user) && !canOwn(user, { organizationId: id }))
  if (outside) return invalidField('owner', 'owner_outside', { name: user.name, organization: outside.name })
  return { ok: true, id: user.id } as const
}

/**
 * Returns whether a named person already is the owner. A person whom the actor may not know can be named only by their
 * ID.
 */
export const isOwner = async (tx: Transaction, actor: Actor, named: string, ownerId: string) =>
  named === ownerId || (await tx.user.count({ where: { AND: [visibleTo(actor), called(named), { id: ownerId }] } })) > 0

const called = (named: string) => (isId(named) ? { id: named } : { email: named })

/**
 * Returns the ID of the leading assignment of a recommendation and the name of its organization, if it is not
 * `otherThan`.
 */
export async function leaderOf(tx: Transaction, recommendationId: string, otherThan: string) {
  const leader = await tx.assignment.findFirst({
    where: { recommendationId, role: 'lead', organizationId: { not: otherThan } },
    select: { id: true, organization: { select: { name: true } } },
  })
  return leader && { id: leader.id, name: leader.organization.name }
}

/** Returns the errors of several checks together, so that a person sees all of them at once. */
export const wrongIn = (...checks: ({ ok: true } | Invalid | undefined)[]) =>
  invalid(...checks.flatMap((check) => (check?.ok === false ? check.errors : [])))

/**
 * Returns an error if a due date in the past was not confirmed. A due date that does not change needs no confirmation.
 */
export function pastDue(dueOn: string | null | undefined, { confirmPast }: { confirmPast: boolean }, today: string) {
  if (!dueOn || confirmPast || dueOn >= today) return undefined
  return invalidField('dueOn', 'due_in_past', { date: dateInWords(dueOn) })
}
