import 'server-only'
import { pool } from '@/lib/platform/db'
import type { Told } from './queries'

/** What ids in events stand for: names of parties and people, titles, and the words that people wrote. */
export type Names = ReadonlyMap<string, string>

const uuid = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g

// An assignment is called by its organization, also when it has gone. A note that was withdrawn is not read here either.
const text = `
  select id, name from organizations where id = any($1)
  union all select id, name from groups where id = any($1)
  union all select id, name from users where id = any($1)
  union all select id, title from documents where id = any($1)
  union all select id, title from recommendations where id = any($1)
  union all select id, title from removed_recommendations where id = any($1)
  union all select v.id, o.name
    from unnest($1::uuid[]) wanted(id)
    cross join lateral (
      select id, organization_id from assignment_versions where id = wanted.id order by valid_from desc limit 1) v
    join organizations o on o.id = v.organization_id
  union all select id, narrative from progress_reports where id = any($1)
  union all select id, text from reasons where id = any($1)
  union all select v.id, v.body
    from annotation_revisions v join annotations n on n.id = v.annotation_id and n.withdrawn_at is null
    where v.id = any($1)`

/** The names of all that these events speak of. Whoever may hear an event may read them. */
export async function namesIn(items: readonly Told[]): Promise<Names> {
  const ids = new Set(
    items.flatMap(({ subject, before, after }) => [subject.id, ...(JSON.stringify([before, after]).match(uuid) ?? [])]),
  )
  if (ids.size === 0) return new Map()
  const { rows } = await pool.query<{ id: string; name: string }>({ name: 'history-names', text, values: [[...ids]] })
  return new Map(rows.map(({ id, name }) => [id, name]))
}
