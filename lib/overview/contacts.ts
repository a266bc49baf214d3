import 'server-only'
import { db } from '@/lib/platform/db'

/**
 * Returns people who can help: the first coordinators, then the first administrators. Only people who have accepted
 * their invitation.
 */
export async function contactsFor(): Promise<{ name: string; email: string }[]> {
  const of = (role: 'coordinator' | 'administrator') =>
    db.user.findMany({
      where: { role, disabledAt: null, OR: [{ passwordHash: { not: null } }, { identities: { some: {} } }] },
      select: { name: true, email: true },
      orderBy: { createdAt: 'asc' },
      take: 3,
    })
  return [...(await of('coordinator')), ...(await of('administrator'))]
}
