import 'server-only'
import { spellingsOf } from '@/lib/domain/email'
import { pool } from '@/lib/platform/db'

export type Account = { id: string | null; passwordHash: string | null; disabledAt: Date | null; folded: string }

/**
 * Returns the account with this email, in any case. Runs one query and returns one row, whether or not the account
 * exists.
 */
export async function findAccount(email: string): Promise<Account> {
  const text = `
    select u.id, u.password_hash as "passwordHash", u.disabled_at as "disabledAt", lower($2::text) as folded
    from (values (1)) as one left join users u on u.email = any($1::citext[])
    limit 1`
  const spellings = spellingsOf(email)
  const values = [spellings, spellings[0]]
  const { rows } = await pool.query<Account>({ name: 'account-called', text, values })
  return rows[0] ?? { id: null, passwordHash: null, disabledAt: null, folded: email }
}
