import 'server-only'
import {
  addresseeJoins,
  addresseeJson,
  assignmentJoins,
  assignmentJsonFor,
  fieldsWith,
  recommendationJoins,
} from '@/lib/domain/answer-shapes'
import { citationWords, citing } from '@/lib/domain/citation'
import { type Knowing, knows } from '@/lib/people/policy'
import { readNamed } from '@/lib/platform/db'

/**
 * The largest number of assignments in one answer of the API, and of bytes of the quotes and addressees. The answer is
 * then smaller than a megabyte.
 */
const most = { assignments: 1_000, bytes: 300_000 }

/** SQL: how many of the recommendations $1, from the first on, have at most $2 assignments and $3 bytes of text together. */
const fittingSql = `
  select count(*)::int as count
  from (
    select sum(owed.count) over ordered as total, sum(octet_length(r.quote) + spoken.bytes) over ordered as bytes
    from unnest($1::uuid[]) with ordinality as given(id, place)
    join recommendations r on r.id = given.id
    cross join lateral (select count(*) as count from assignments a where a.recommendation_id = given.id) owed
    cross join lateral (
      select coalesce(sum(octet_length(ad.words)), 0) as bytes from addressees ad where ad.recommendation_id = given.id) spoken
    window ordered as (order by given.place)) each
  where total <= $2 and bytes <= $3`

/** Returns how many of these recommendations fit in one answer with all their assignments: at least the first. */
export async function fitting(ids: string[]): Promise<number> {
  const rows = await readNamed<{ count: number }>({
    name: 'list-fitting',
    text: fittingSql,
    values: [ids, most.assignments, most.bytes],
  })
  return Math.min(Math.max(rows[0]?.count ?? 0, 1), ids.length)
}

/**
 * Returns recommendations with all their assignments as JSON text, in the order of their IDs. Includes the emails of
 * owners whom the reader may know. By default, there are none.
 */
export async function itemsAsJson(ids: string[], knows: Knowing = [false, null, []]): Promise<string> {
  const values = [ids, ...knows, citationWords()]
  const rows = await readNamed<{ items: string | null }>({ name: 'list-items', text: listItemsSql, values })
  return rows[0]?.items ?? '[]'
}

/**
 * SQL: the recommendations $1 in their order, as JSON; $2 to $4: whom the reader may know; $5: the words of a citation.
 */
const listItemsSql = `
  with page as materialized (select id, place from unnest($1::uuid[]) with ordinality as given(id, place)),
  owed as (
    select a.recommendation_id, json_agg(${assignmentJsonFor(knows('u', '$2', '$3::uuid', '$4::uuid[]'))} order by o.name, a.id) as assignments
    from page join assignments a on a.recommendation_id = page.id ${assignmentJoins}
    group by a.recommendation_id),
  spoken as (
    select ad.recommendation_id, json_agg(${addresseeJson} order by ad.position) as addressees
    from page join addressees ad on ad.recommendation_id = page.id ${addresseeJoins}
    group by ad.recommendation_id)
  select json_agg(json_strip_nulls(json_build_object(${fieldsWith(`coalesce(spoken.addressees, '[]')`)},
    'assignments', coalesce(owed.assignments, '[]'))) order by page.place)::text as items
  from page
  join recommendations r on r.id = page.id ${recommendationJoins} ${citing('$5')}
  left join owed on owed.recommendation_id = r.id
  left join spoken on spoken.recommendation_id = r.id`
