import 'server-only'
import { db } from '@/lib/platform/db'

/** Who can help somebody on: coordinators, or where there are none, administrators; the first few. */
export async function contactsFor(): Promise<{ name: string; email: string }[]> {
  const of = (role: 'coordinator' | 'administrator') =>
    db.user.findMany({
      where: { role, disabledAt: null },
      select: { name: true, email: true },
      orderBy: { createdAt: 'asc' },
      take: 3,
    })
  const coordinators = await of('coordinator')
  return coordinators.length > 0 ? coordinators : of('administrator')
}
