import 'server-only'
import { readIn, type Transaction } from '@/lib/platform/db'
import { sql } from '@/lib/platform/sql'

/**
 * Returns whether nobody else is an administrator. Locks the rows in a fixed order: if two administrators remove each
 * other at the same time, the second waits and then sees that the first is gone. People who have not accepted their
 * invitation do not count.
 */
export async function isLastAdministrator(tx: Transaction, id: string) {
  const others = await readIn<{ id: string }>(
    tx,
    'administrators',
    sql`
    select id from users u
    where role = 'administrator' and disabled_at is null
      and (password_hash is not null or exists (select from identities where user_id = u.id))
    order by id for no key update`,
  )
  return !others.some((other) => other.id !== id)
}
