import 'server-only'
import { z } from 'zod'
import type { NewEvent } from '@/lib/history/events'
import type { Transaction } from '@/lib/platform/db'
import { GivenId } from '@/lib/platform/id'
import { conflict, ok } from '@/lib/platform/result'
import { nameText } from '@/lib/platform/text'
import { Role } from '@/prisma/generated/enums'
import { about } from './about'
import { Email } from './email'
import { personNow } from './queries'

export const NewUser = z.strictObject({
  id: GivenId,
  email: Email,
  name: nameText('name_missing'),
  role: z.enum(Role, 'role_missing'),
  /** Slugs or names. */
  organizations: z.array(z.string().trim().max(300, 'text_too_long')).max(200, 'text_too_long').default([]),
})

type Recorder = (event: NewEvent) => void
type Adding = { id: string; email: string; name: string; role: Role; passwordHash?: string }

/** Makes the account, and records it. An address that somebody has already is a conflict; the same form sent twice is none. */
export async function addUser(tx: Transaction, record: Recorder, user: Adding, organizationIds: string[], now: Date) {
  const { count } = await tx.user.createMany({ data: { ...user, createdAt: now }, skipDuplicates: true })
  if (count === 0) {
    const current = await tx.user.findFirst({ where: { OR: [{ email: user.email }, { id: user.id }] } })
    const same = current?.id === user.id && current.email === user.email
    return same ? ok(user.id) : conflict('email_taken', current && (await personNow(tx, current.id)))
  }
  const ids = [...new Set(organizationIds)]
  await tx.membership.createMany({ data: ids.map((organizationId) => ({ userId: user.id, organizationId })) })
  const after = { role: user.role, organizationIds: ids }
  record({ kind: 'user.added', ...about(user.id), body: { before: null, after } })
  return ok(user.id)
}
