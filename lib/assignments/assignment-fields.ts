import 'server-only'
import { z } from 'zod'
import type { Actor } from '@/lib/domain/actor'
import { visibleTo } from '@/lib/people/policy'
import { Checkbox } from '@/lib/platform/checkbox'
import type { Transaction } from '@/lib/platform/db'
import { dateInWords } from '@/lib/platform/i18n'
import { type Invalid, invalid, invalidField } from '@/lib/platform/result'
import { KnownName, writtenDay } from '@/lib/platform/text'
import { AssignmentRole } from '@/prisma/generated/enums'
import { canOwn, canOwnAny } from './policy'

/** The fields that assigning and changing share. */
export const DueDay = writtenDay('day_unreadable')
export const OwnerEmail = KnownName.pipe(z.string().trim().max(320, 'text_too_long'))
/** Says that a date is meant although it is past. A form's box says `on`. */
export const ConfirmPast = Checkbox
export const Role = z.enum(AssignmentRole, 'role_unreadable')

type Organization = { id: string; name: string }

/**
 * Who is to own an assignment, by e-mail address or id: somebody who can, nobody where none is named, or what is wrong
 * with the choice. Whom the actor may not know of has no account, as far as the answer tells. Whoever closes that account,
 * or says where the person belongs, waits until the change is over.
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
  if (!user) return invalidField('owner', 'owner_unknown', { email: named })
  const outside = organizations.find(({ id }) => !canOwnAny(user) && !canOwn(user, { organizationId: id }))
  if (outside) return invalidField('owner', 'owner_outside', { name: user.name, organization: outside.name })
  return { ok: true, id: user.id } as const
}

/** Whether somebody whom the actor names is this owner already. Who may not be known of can only be named by their id. */
export const isOwner = async (tx: Transaction, actor: Actor, named: string, ownerId: string) =>
  named === ownerId || (await tx.user.count({ where: { AND: [visibleTo(actor), called(named), { id: ownerId }] } })) > 0

const called = (named: string) => (z.uuid().safeParse(named).success ? { id: named } : { email: named })

/** The assignment that leads on a recommendation and the name of its organization, if it is another than this one. */
export async function leaderOf(tx: Transaction, recommendationId: string, otherThan: string) {
  const leader = await tx.assignment.findFirst({
    where: { recommendationId, role: 'lead', organizationId: { not: otherThan } },
    select: { id: true, organization: { select: { name: true } } },
  })
  return leader && { id: leader.id, name: leader.organization.name }
}

/** All that several checks of an input found to be wrong, so that one sees it at once. */
export const wrongIn = (...checks: ({ ok: true } | Invalid | undefined)[]) =>
  invalid(...checks.flatMap((check) => (check?.ok === false ? check.errors : [])))

/** Asks once whether a date that is past is meant; what had it before is not asked about. */
export function pastDue(dueOn: string | null | undefined, { confirmPast }: { confirmPast: boolean }, today: string) {
  if (!dueOn || confirmPast || dueOn >= today) return undefined
  return invalidField('dueOn', 'due_in_past', { date: dateInWords(dueOn) })
}
