import 'server-only'
import type { Sql } from '@/lib/platform/db'
import type { Flaw, Listener } from './history-flaw'

const batch = 20_000

const partOf = (name: string) =>
  `json_each(case json_typeof(e.body::json -> '${name}') when 'object' then e.body::json -> '${name}' else '{}' end)`

/** SQL: the texts whose hashes are in a range of events, anywhere in their bodies, and whether they were written then. */
const vouched = (range: string) => `
  select e.seq, (w.value ->> 'id')::uuid as id, w.value ->> 'sha256' as sha256, w.written, e.actor_id, e.at
  from events e, lateral (
    select value, false as written from ${partOf('before')} union all select value, true from ${partOf('after')}) w
  where ${range} and e.body like '%"sha256"%' and json_typeof(w.value) = 'object' and w.value ->> 'sha256' is not null`

/** SQL: the stored texts with their salts, as they were hashed, and of reasons their authors and moments. */
const texts = `
  select id, coalesce(salt, '') || narrative as text, erased_at, null::uuid as author_id, null::timestamptz as written_at
  from progress_reports
  union all select id, coalesce(salt, '') || text, erased_at, author_id, written_at from reasons
  union all select id, coalesce(salt, '') || body, erased_at, null, null from annotation_revisions`

const hash = `encode(sha256(convert_to(t.text, 'UTF8')), 'hex')`

/** Returns the first text that is missing or whose hash differs from that in its event. */
export async function alteredWords(sql: Sql, events: number, report: Listener): Promise<Flaw | undefined> {
  for (let from = 0; from < events; from += batch) {
    const { rows } = await sql.query<{ seq: number; id: string; field: string | null }>({
      name: 'words-altered',
      text: `with v as materialized (${vouched(`e.seq > $1 and e.seq <= $2`)})
       select v.seq::int, v.id, c.field from v left join (${texts}) t on t.id = v.id
       cross join lateral (select case when t.id is null or case when t.erased_at is null then ${hash} <> v.sha256
           else t.text <> '' or not is_erased(t.id, t.erased_at) end then ''
         when v.written and t.author_id <> v.actor_id then 'authorId'
         when v.written and t.written_at <> v.at then 'writtenAt' end as field) c
       where c.field is not null
       order by v.seq limit 1`,
      values: [from, from + batch],
    })
    const [wrong] = rows
    if (wrong) {
      const { seq, id: row, field } = wrong
      return field ? { seq, what: 'field', table: 'reasons', row, field } : { seq, what: 'words', row }
    }
    report('words', Math.min(from + batch, events), events)
  }
  return undefined
}

/**
 * Returns the first text that is in no event, because it was not written by `change`. Groups instead of joining,
 * because the planner has no statistics of the hashed texts and may compare every text with every event.
 */
export async function unrecordedWords(sql: Sql): Promise<Flaw | undefined> {
  const { rows } = await sql.query<{ id: string; table: string }>({
    name: 'words-unrecorded',
    text: `select t.id, max(t.table) as table from (
       select id, 'progress_reports' as table from progress_reports where state = 'submitted'
       union all select id, 'reasons' from reasons
       union all select id, 'annotation_revisions' from annotation_revisions
       union all select v.id, null from (${vouched('true')}) v
     ) t
     group by t.id having count(*) = count(t.table) order by t.id limit 1`,
  })
  return rows[0] && { what: 'row', row: rows[0].id, table: rows[0].table }
}
