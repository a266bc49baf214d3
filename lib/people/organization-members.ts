import 'server-only'
import type { Actor } from '@/lib/domain/actor'
import { db } from '@/lib/platform/db'
import type { MembershipKind, Role } from '@/prisma/generated/enums'
import { visibleTo } from './policy'

export type Member = { id: string; name: string; email: string; role: Role; kind: MembershipKind }

/** Returns the people of an organization whom the actor may know of and whose accounts are open: main focal points first. */
export async function peopleOf(actor: Actor, organizationId: string): Promise<Member[]> {
  const memberships = await db.membership.findMany({
    where: { organizationId, user: { AND: [visibleTo(actor), { disabledAt: null }] } },
    select: { kind: true, user: { select: { id: true, name: true, email: true, role: true } } },
    orderBy: [{ kind: 'asc' }, { user: { name: 'asc' } }],
  })
  return memberships.map(({ kind, user }) => ({ ...user, kind }))
}
