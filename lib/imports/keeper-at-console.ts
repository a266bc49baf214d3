import 'server-only'
import type { Actor } from '@/lib/domain/actor'
import { db } from '@/lib/platform/db'
import { notFound, ok, type Result } from '@/lib/platform/result'

/**
 * Returns for whom a command at the console imports: the user with an email, or the administrator whose account is the
 * oldest. Refusals: `import_keeper_missing`, `email_unknown`.
 */
export async function keeperAtConsole(email: string | undefined): Promise<Result<Actor>> {
  const user = await db.user.findFirst({
    where: { disabledAt: null, ...(email === undefined ? { role: 'administrator' } : { email }) },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
    select: { id: true, role: true },
  })
  if (user) return ok({ ...user, organizationIds: [] })
  return email === undefined ? notFound('import_keeper_missing') : notFound('email_unknown', { email })
}
