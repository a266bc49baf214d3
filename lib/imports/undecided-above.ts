import 'server-only'
import { read } from '@/lib/platform/db'
import { sql } from '@/lib/platform/sql'

/** Returns, for each of these confidences, how many candidates with at least it nobody has decided on. */
export async function undecidedAbove(importId: string, levels: readonly number[]): Promise<number[]> {
  const rows = await read<{ count: number }>(
    'import-undecided-above',
    sql`
    select count(c.id)::int as count
    from unnest(${levels}::float8[]) with ordinality l(level, place)
    left join import_candidates c on c.import_id = ${importId}::uuid and c.decision in ('suggested', 'offered')
      and c.confidence >= l.level
    group by l.place order by l.place`,
  )
  return rows.map(({ count }) => count)
}
