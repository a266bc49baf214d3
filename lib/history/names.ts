import 'server-only'
import { type Actor, keepsTheRecord } from '@/lib/domain/actor'
import { readNamed } from '@/lib/platform/db'
import type { EventRecord } from './queries'

/** The names for IDs in an event: of organizations, groups and people, titles, and the texts that people wrote. */
export type Names = ReadonlyMap<string, string>

const uuid = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g

/** The largest number of IDs in one event. */
const most = 250

/**
 * SQL: the names for the IDs $2 in the events $1 at the moments $3. People, organizations and groups have the names of
 * that moment. An assignment has the name of its organization, even after it was removed. The text of a withdrawn
 * annotation is not read. Only those who keep the record ($4) see an archived organization elsewhere than in events of the recommendations that
 * it has worked on.
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
      or exists (
        select from events e join assignments a on a.recommendation_id = e.recommendation_id
        where e.seq = w.seq and a.organization_id = o.id))
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
    union all select id, name from cycles where id in (select id from one)
    union all select id, narrative from progress_reports where id in (select id from one)
    union all select id, text from reasons where id in (select id from one)
    union all
    select ev.id, s.text from evidence ev join reasons s on s.id = ev.title_id where ev.id in (select id from one)
    union all
    select v.id, v.body
    from annotation_revisions v join annotations n on n.id = v.annotation_id and n.withdrawn_at is null
    where v.id in (select id from one)) t on t.id = w.id`

/** An ID in an event, to be named as it was at that moment. */
type Mention = { seq: number; id: string; at: string }

/** Returns the names for all IDs in these events, as far as the actor may read them. */
export async function namesIn(actor: Actor, items: readonly EventRecord[]): Promise<(event: EventRecord) => Names> {
  const names = await namesOf(
    actor,
    items.flatMap(({ seq, at, subject, before, after }) => {
      const ids = new Set([subject.id, ...(JSON.stringify([before, after]).match(uuid) ?? [])])
      return [...ids].slice(0, most).map((id) => ({ seq, id, at }))
    }),
  )
  return ({ seq }) => names(seq)
}

/** Returns the names for IDs, by the number of the event that mentions them. */
export async function namesOf(actor: Actor, mentions: readonly Mention[]): Promise<(seq: number) => Names> {
  const names = new Map<number, Map<string, string>>()
  if (mentions.length > 0) {
    const columns = [mentions.map(({ seq }) => seq), mentions.map(({ id }) => id), mentions.map(({ at }) => at)]
    const values = [...columns, keepsTheRecord(actor)]
    type Row = { seq: number; id: string; name: string | null }
    const rows = await readNamed<Row>({ name: 'history-names', text: namesSql, values })
    for (const { seq, id, name } of rows) {
      const those = names.get(seq) ?? new Map<string, string>()
      if (name !== null) names.set(seq, those.set(id, name))
    }
  }
  return (seq) => names.get(seq) ?? new Map()
}
