import 'server-only'
import { z } from 'zod'
import { db, type Transaction } from '@/lib/platform/db'
import { invalidField } from '@/lib/platform/result'
import { KnownName, writtenDay } from '@/lib/platform/text'
import { AssignmentRole } from '@/prisma/generated/enums'
import { canOwn, canOwnAny } from './policy'

/** The fields that assigning and changing share. */
export const DueDay = writtenDay('day_unreadable')
export const OwnerEmail = KnownName.pipe(z.string().trim().max(320, 'text_too_long'))
export const Role = z.enum(AssignmentRole, 'role_unreadable')

type Organization = { id: string; name: string }

/**
 * Who is to own an assignment: somebody who can, nobody where none is named, or what is wrong with the choice. Whoever
 * closes their account, or says where they belong, waits until the change is over.
 */
export async function ownerFor(tx: Transaction, email: string | null | undefined, organizations: Organization[]) {
  if (!email) return { ok: true, id: null } as const
  await tx.$executeRaw`select from users where email = ${email}::citext for share`
  const user = await tx.user.findUnique({
    where: { email },
    select: { id: true, name: true, role: true, disabledAt: true, memberships: { select: { organizationId: true } } },
  })
  if (!user || user.disabledAt) return invalidField('owner', 'owner_unknown', { email })
  const outside = organizations.find(({ id }) => !canOwnAny(user) && !canOwn(user, { organizationId: id }))
  if (outside) return invalidField('owner', 'owner_outside', { name: user.name, organization: outside.name })
  return { ok: true, id: user.id } as const
}

/** The assignment that leads on a recommendation and the name of its organization, if it is another than this one. */
export async function leaderOf(recommendationId: string, otherThan: string) {
  const leader = await db.assignment.findFirst({
    where: { recommendationId, role: 'lead', organizationId: { not: otherThan } },
    select: { id: true, organization: { select: { name: true } } },
  })
  return leader && { id: leader.id, name: leader.organization.name }
}
