import type { Actor } from '@/lib/domain/actor'
import { hashPassword } from '@/lib/people/password'
import { db } from '@/lib/platform/db'
import { newId } from '@/lib/platform/id'
import type { Role } from '@/prisma/generated/enums'
import { eventsOf } from './given'

export const password = 'quiet river at noon'
const hashed = hashPassword(password)

type Given = { name?: string; role?: Role; organizationIds?: string[]; invited?: boolean }

/** Creates a person who can sign in with `password`, unless they are only invited. */
export async function givenPerson({
  role = 'focal_point',
  organizationIds = [],
  invited = false,
  ...given
}: Given = {}) {
  const id = newId()
  const email = `${id}@example.org`
  await db.user.create({
    data: {
      id,
      email,
      name: given.name ?? `Nadia Rahimi ${id}`,
      role,
      passwordHash: invited ? null : await hashed,
      memberships: { create: organizationIds.map((organizationId) => ({ organizationId })) },
    },
  })
  return { id, role, organizationIds, email } satisfies Actor & { email: string }
}

/** Returns everything that a command on a person may change, to show that a refusal changed nothing. */
export async function traceOfPerson(id: string) {
  const user = await db.user.findUnique({
    where: { id },
    include: { memberships: true, identities: true, sessions: true, tokens: true, links: true },
  })
  return { ...user, events: await eventsOf(id), people: await db.user.count() }
}
