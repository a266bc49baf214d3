import 'server-only'
import { type Actor, keepsTheRecord } from '@/lib/domain/actor'
import { pool } from '@/lib/platform/db'
import type { EventRecord } from './queries'

/** What ids in an event stand for: names of parties and people, titles, and the words that people wrote. */
export type Names = ReadonlyMap<string, string>

const uuid = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g

/** So many ids of an event at most. */
const most = 250

/**
 * SQL: what the ids $2 in the events $1 of the moments $3 stand for. People and parties are called as they were then. An assignment is called by its organization, also when it has gone. A note
 * that was withdrawn is not read here either. An archived organization that owes nothing is for who keeps the record ($4).
 */
const namesSql = `
  with wanted as materialized (
    select seq, id, at from unnest($1::bigint[], $2::uuid[], $3::timestamptz[]) w(seq, id, at)),
  one as materialized (select distinct id from wanted)
  select w.seq::int, w.id, name_at(w.id, w.at) as name
  from wanted w
  left join organizations o on o.id = w.id
  where exists (select from name_versions where id = w.id)
    and ($4 or o.id is null or o.archived_at is null or o.merged_into_id is not null
      or exists (select from assignments where organization_id = o.id))
  union all
  select w.seq::int, w.id, name_at(v.organization_id, w.at)
  from wanted w
  cross join lateral (
    select organization_id from assignment_versions
    where id = w.id order by valid_from <= w.at desc, abs(extract(epoch from valid_from - w.at)) limit 1) v
  union all
  select w.seq::int, w.id, t.text
  from wanted w
  join (
    select id, title as text from documents where id = any(array(select id from one))
    union all select id, title from recommendations where id in (select id from one)
    union all select id, title from removed_recommendations where id in (select id from one)
    union all select id, narrative from progress_reports where id in (select id from one)
    union all select id, text from reasons where id in (select id from one)
    union all
    select v.id, v.body
    from annotation_revisions v join annotations n on n.id = v.annotation_id and n.withdrawn_at is null
    where v.id in (select id from one)) t on t.id = w.id`

/** The id of something in an event, which is to be named as it was called then. */
type Mention = { seq: number; id: string; at: string }

/** The names of all that each of these events speaks of, as far as who hears of it may read them. */
export async function namesIn(actor: Actor, items: readonly EventRecord[]): Promise<(told: EventRecord) => Names> {
  const names = await namesOf(
    actor,
    items.flatMap(({ seq, at, subject, before, after }) => {
      const ids = new Set([subject.id, ...(JSON.stringify([before, after]).match(uuid) ?? [])])
      return [...ids].slice(0, most).map((id) => ({ seq, id, at }))
    }),
  )
  return ({ seq }) => names(seq)
}

/** The names of what is mentioned in events, by the number of the event. */
export async function namesOf(actor: Actor, mentions: readonly Mention[]): Promise<(seq: number) => Names> {
  const names = new Map<number, Map<string, string>>()
  if (mentions.length > 0) {
    const columns = [mentions.map(({ seq }) => seq), mentions.map(({ id }) => id), mentions.map(({ at }) => at)]
    const values = [...columns, keepsTheRecord(actor)]
    type Row = { seq: number; id: string; name: string | null }
    const { rows } = await pool.query<Row>({ name: 'history-names', text: namesSql, values })
    for (const { seq, id, name } of rows) {
      const those = names.get(seq) ?? new Map<string, string>()
      if (name !== null) names.set(seq, those.set(id, name))
    }
  }
  return (seq) => names.get(seq) ?? new Map()
}
