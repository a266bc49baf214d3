import 'server-only'
import type { Sql } from '@/lib/platform/db'
import type { Flaw } from './history-flaw'

/** SQL: what events say was erased by law. Drafts are not part of the record, so that nothing of them stays. */
const recorded = `
  select (x.one ->> 'id')::uuid as id, e.seq, e.at, e.actor_id, (e.body::jsonb #>> '{after,reason,id}')::uuid as reason_id
  from events e, lateral jsonb_array_elements(e.body::jsonb #> '{after,erased}') x(one)
  where e.subject_type in ('annotation', 'assignment', 'recommendation', 'user') and e.kind like '%.erased'
    and x.one ->> 'kind' <> 'draft'`

/** Returns the first erasure that no event tells of, that differs from its event, or that is gone. */
export async function alteredErasure(sql: Sql): Promise<Flaw | undefined> {
  const { rows } = await sql.query<{ id: string; seq: number | null; there: boolean }>({
    name: 'erasures-altered',
    text: `
      select coalesce(ex.erased_id, t.id) as id, t.seq::int, ex.erased_id is not null as there
      from erasures ex full join (${recorded}) t on t.id = ex.erased_id
      where (ex.at, ex.by_id, ex.reason_id) is distinct from (t.at, t.actor_id, t.reason_id)
      order by 1 limit 1`,
  })
  const [wrong] = rows
  if (!wrong) return undefined
  const row = { row: wrong.id, table: 'erasures', ...(wrong.seq !== null && { seq: wrong.seq }) }
  if (!wrong.there) return { ...row, what: 'lost' }
  return wrong.seq === null ? { ...row, what: 'row' } : { ...row, what: 'field', field: 'at' }
}
