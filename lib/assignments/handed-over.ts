import 'server-only'
import type { Actor } from '@/lib/domain/actor'
import type { Party } from '@/lib/domain/answer-shapes'
import { pool } from '@/lib/platform/db'

/** An assignment that stays with its owner, because the new one is no member of its organization. */
export type Kept = {
  id: string
  organization: Party
  recommendation: { key: string; title: string }
  reason: 'owner_outside'
}

/** SQL: the assignment `a` of the organization `o` on the recommendation `r`, as one that stays. */
export const keptJson = `json_build_object('id', a.id, 'organization', json_build_object('slug', o.slug, 'name', o.name),
  'recommendation', json_build_object('key', r.key, 'title', r.title), 'reason', 'owner_outside')`

/** SQL: to whom the user $2 handed over assignments of the user $3 in the change $1, and how many. */
const handedOverSql = `
  select e.body::json -> 'after' ->> 'ownerId' as "to", count(*)::int as moved
  from events e
  where e.change = $1 and e.actor_id = $2 and e.kind = 'assignment.changed'
    and e.body::json -> 'before' ->> 'ownerId' = $3
  group by 1`

/**
 * Returns to whom the actor handed over a person's assignments in one change, and how many. Returns nothing if the
 * change was not theirs.
 */
export async function handedOverIn(actor: Actor, change: string, from: string) {
  const values = [change, actor.id, from]
  const { rows } = await pool.query<{ to: string; moved: number }>({ name: 'handed-over', text: handedOverSql, values })
  return rows[0]
}

/** The number of assignments that the page lists. */
const few = 20

/** SQL: the open assignments of the user $1 that the user $2 cannot own, the first of them. */
const keptSql = `
  select ${keptJson} as kept
  from assignments a
  join organizations o on o.id = a.organization_id
  join recommendations r on r.id = a.recommendation_id
  join documents d on d.id = r.document_id
  where a.owner_id = $1 and a.closure is null and r.closure is null and d.archived_at is null
    and not can_own($2, a.organization_id)
  order by o.name, r.key, a.id limit ${few}`

/** Returns the first open assignments of one person that the other cannot own. */
export async function keptFrom(from: string, to: string): Promise<Kept[]> {
  const { rows } = await pool.query<{ kept: Kept }>({ name: 'kept-from', text: keptSql, values: [from, to] })
  return rows.map(({ kept }) => kept)
}
