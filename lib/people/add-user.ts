import 'server-only'
import { z } from 'zod'
import { Email, spellingsOf } from '@/lib/domain/email'
import { ConfirmSimilar, type GivenBy } from '@/lib/domain/name-confirmation'
import type { Change } from '@/lib/history/change'
import { SlugOrName } from '@/lib/organizations/fields'
import { type FoundBefore, holdFound } from '@/lib/organizations/hold-organizations'
import type { Transaction } from '@/lib/platform/db'
import { NewRowId } from '@/lib/platform/id'
import { conflict, ok, taken } from '@/lib/platform/result'
import { nameText } from '@/lib/platform/text'
import { Role } from '@/prisma/generated/enums'
import { checkPersonName } from './check-person-name'
import { personNow } from './queries'

/** The role of a new person. */
export const GivenRole = z.enum(Role, 'role_missing')

export const NewUser = z.strictObject({
  id: NewRowId,
  email: Email,
  name: nameText('name_missing'),
  role: GivenRole,
  organizations: z.array(SlugOrName).max(200, 'list_too_long').default([]),
  confirmSimilar: ConfirmSimilar,
})

type Adding = { id: string; email: string; name: string; role: Role; passwordHash?: string }

/**
 * Creates an account and records the event. An ID or email that another account has is a conflict. `by` is the person
 * who chose the name. The name of the first administrator is not compared with other names.
 */
export async function addUser(
  { tx, record, now }: Change,
  user: Adding,
  { organizations, by }: { organizations: FoundBefore; by?: GivenBy },
) {
  const held = await holdFound(tx, organizations)
  if (!held.ok) return held

  if (await heldBy(tx, user.email)) return conflictWithExistingUser(tx, user)
  const checked = by ? await checkPersonName(tx, user, by) : ({ ok: true, recorded: null } as const)
  if (!checked.ok) return checked
  const { count } = await tx.user.createMany({ data: { ...user, createdAt: now }, skipDuplicates: true })
  if (count === 0) return conflictWithExistingUser(tx, user)

  const ids = [...new Set(held.ids)]
  await tx.membership.createMany({ data: ids.map((organizationId) => ({ userId: user.id, organizationId })) })
  const after = { ...checked.recorded, role: user.role, organizationIds: ids, alternateIds: [] }
  record({ kind: 'user.added', subjectId: user.id, body: { before: null, after } })
  return ok(user.id)
}

/** Returns the account that has this email, in any of its spellings. */
export const heldBy = (tx: Transaction, email: string) =>
  tx.user.findFirst({ where: { email: { in: spellingsOf(email) } }, select: { id: true } })

async function conflictWithExistingUser(tx: Transaction, { id, email }: Adding) {
  const sent = await tx.user.findUnique({ where: { id }, select: { id: true } })
  if (sent) return conflict('user_sent_before', await personNow(tx, id))

  const holder = await heldBy(tx, email)
  return taken('email', 'email_taken', holder && (await personNow(tx, holder.id)))
}
