import 'server-only'
import { db } from '@/lib/platform/db'

/** Who can help somebody on: coordinators, then administrators, the first few of each, who have come in already. */
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
