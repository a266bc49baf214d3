import 'server-only'
import type { Transaction } from '@/lib/platform/db'

/**
 * Whether nobody else could administer. The rows are locked in one order, so that of two who remove each other at once
 * the second waits, and then sees that the first is gone. Who was invited and never came in doesn't count.
 */
export async function isLastAdministrator(tx: Transaction, id: string) {
  const others = await tx.$queryRaw<{ id: string }[]>`
    select id from users u
    where role = 'administrator' and disabled_at is null
      and (password_hash is not null or exists (select from identities where user_id = u.id))
    order by id for no key update`
  return !others.some((other) => other.id !== id)
}
