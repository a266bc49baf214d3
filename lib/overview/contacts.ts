import 'server-only'
import type { Actor } from '@/lib/domain/actor'
import { visibleTo } from '@/lib/people/policy'
import { db } from '@/lib/platform/db'

/**
 * Returns people who can help: the first coordinators, then the first administrators. Only people who have accepted
 * their invitation.
 */
export async function contactsFor(actor: Actor): Promise<{ name: string; email: string }[]> {
  const of = (role: 'coordinator' | 'administrator') =>
    db.user.findMany({
      where: {
        AND: visibleTo(actor),
        role,
        disabledAt: null,
        OR: [{ passwordHash: { not: null } }, { identities: { some: {} } }],
      },
      select: { name: true, email: true },
      orderBy: { createdAt: 'asc' },
      take: 3,
    })
  return [...(await of('coordinator')), ...(await of('administrator'))]
}
