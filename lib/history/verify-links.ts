import 'server-only'
import type { Sql } from '@/lib/platform/db'
import { type Flaw, lostOrUnrecorded } from './history-flaw'

/** SQL: the links between recommendations according to the last event of each. */
const recordedSql = `
  select last.seq, last.id, other.id as other_id, last.relation from (
    select distinct on (e.subject_id, coalesce(e.body::jsonb #>> '{after,key}', e.body::jsonb #>> '{before,key}'))
      e.seq, e.kind, e.subject_id as id, e.body::jsonb #>> '{after,key}' as key, e.body::jsonb #>> '{after,relation}' as relation
    from events e
    where e.subject_type = 'recommendation' and e.kind in ('recommendation.linked', 'recommendation.unlinked')
    order by e.subject_id, coalesce(e.body::jsonb #>> '{after,key}', e.body::jsonb #>> '{before,key}'), e.seq desc) last
  join recommendations other on other.key = last.key
  where last.kind = 'recommendation.linked'`

/** Returns the first link between recommendations that no event made, or that is gone or another one without an event. */
export async function alteredLink(sql: Sql): Promise<Flaw | undefined> {
  const { rows } = await sql.query<{ seq: number | null; id: string }>({
    name: 'link-altered',
    text: `
      select t.seq::int, coalesce(t.id, l.recommendation_id) as id
      from recommendation_links l full join (${recordedSql}) t
        on t.id = l.recommendation_id and t.other_id = l.other_id and t.relation = l.relation::text
      where l.recommendation_id is null or t.id is null order by t.seq, 2 limit 1`,
  })
  return lostOrUnrecorded('recommendation_links', rows[0])
}
