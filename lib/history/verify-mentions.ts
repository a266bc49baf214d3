import 'server-only'
import type { Sql } from '@/lib/platform/db'
import { type Flaw, lostOrUnrecorded } from './history-flaw'

/** SQL: the texts whose events say whom they mention, unless they were erased by law. */
const saying = (text: string, noun: string, kinds: string) => `
  select e.seq::int as seq, (e.body::jsonb #>> '{after,${text},id}')::uuid as id, e.body::jsonb #> '{after,mentions}' as mentions
  from events e
  where e.subject_type = '${noun}' and e.kind in (${kinds}) and e.body like '%"mentions":%'
    and not exists (select from erasures ex where ex.erased_id = (e.body::jsonb #>> '{after,${text},id}')::uuid)`

const tables = [
  {
    table: 'annotation_mentions',
    column: 'revision_id',
    said: saying('text', 'annotation', `'annotation.added', 'annotation.edited'`),
    recorded: `select s.id, (n.one ->> 'id')::uuid as user_id, (n.one ->> 'reads')::boolean as reads
      from said s, jsonb_array_elements(s.mentions) n(one)`,
    same: 'm.user_id = t.user_id and m.reads = t.reads',
  },
  {
    table: 'report_mentions',
    column: 'report_id',
    said: saying('report', 'assignment', `'assignment.reported'`),
    recorded: 'select s.id, n.id::uuid as user_id from said s, jsonb_array_elements_text(s.mentions) n(id)',
    same: 'm.user_id = t.user_id',
  },
]

/** Returns the first text that mentions others than its event says. */
export async function alteredMention(sql: Sql): Promise<Flaw | undefined> {
  for (const { table, column, said, recorded, same } of tables) {
    const { rows } = await sql.query<{ id: string; seq: number | null }>({
      name: `mention-altered ${table}`,
      text: `
        with said as materialized (${said}), t as (${recorded})
        select coalesce(t.id, m.${column}) as id, case when t.id is not null then s.seq end as seq
        from t full join ${table} m on m.${column} = t.id and ${same}
        left join said s on s.id = coalesce(t.id, m.${column})
        where t.id is null and s.id is not null or m.${column} is null order by 1 limit 1`,
    })
    if (rows[0]) return lostOrUnrecorded(table, rows[0])
  }
  return undefined
}
