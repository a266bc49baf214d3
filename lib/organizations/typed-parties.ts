import 'server-only'
import { pool } from '@/lib/platform/db'
import { KnownName } from '@/lib/platform/text'
import { groupMeant, organizationMeant } from './find'

/** A name as it was typed, and the slug of the group that has it. */
export type Named = { name: string; group?: string }

/** A name with more parts than this, separated by semicolons, is read as several names. */
const longest = 4
const most = 200

/** SQL: for each of the names $1, whether an organization has it, and the slug of the group that has it. */
const namedPartiesSql = `
  select
    exists (${organizationMeant('c.name', 'true')}) as organization,
    (select g.slug from (${groupMeant('c.name')}) g) as group
  from unnest($1::text[]) with ordinality c(name, place)
  order by c.place`

/**
 * Reads a field in which semicolons separate names. A name may itself contain semicolons: at each place, the longest
 * name that an organization or a group has is used.
 */
export async function typedParties(typed: string): Promise<Named[]> {
  const parts = KnownName.parse(typed)
    .split(';')
    .filter((part) => part.trim() !== '')
    .slice(0, most)
  const candidates = parts.flatMap((_, from) =>
    Array.from({ length: Math.min(longest, parts.length - from) }, (_, more) => ({
      from,
      past: from + more + 1,
      name: parts
        .slice(from, from + more + 1)
        .join(';')
        .trim(),
    })),
  )
  type Row = { organization: boolean; group: string | null }
  const values = [candidates.map(({ name }) => name.slice(0, 1000))]
  const { rows } = await pool.query<Row>({ name: 'parties-named', text: namedPartiesSql, values })

  const named: Named[] = []
  for (let from = 0; from < parts.length; ) {
    const here = candidates.flatMap((one, place) => (one.from === from ? { ...one, ...rows[place] } : []))
    const known = here.findLast(({ organization, group }) => organization || group)
    const { name = '', past = from + 1, group } = known ?? here[0] ?? {}
    named.push({ name, ...(group && { group }) })
    from = past
  }
  return named
}
