import 'server-only'
import { type Actor, keepsTheRecord } from '@/lib/people/actor'
import { pool } from '@/lib/platform/db'
import { shortKey } from './key'

type Named = { key: string; code: string }

/** How a recommendation is called on a page. */
export type Naming = (recommendation: Named) => string

const text =
  'select count(*)::int as n from (select from documents where archived_at is null or $1 order by code limit 2) d'

/**
 * Returns how pages call recommendations. With one document its short key is enough ("17.2"); as soon as the reader can
 * see several, the document's code comes first ("SALVADOR-2010 17.2").
 */
export async function namingFor(actor: Actor): Promise<Naming> {
  const { rows } = await pool.query<{ n: number }>({ name: 'naming', text, values: [keepsTheRecord(actor)] })
  const several = (rows[0]?.n ?? 0) > 1
  return ({ key, code }) => (several ? `${code} ${shortKey(key, code)}` : shortKey(key, code))
}
