import 'server-only'
import type { Actor } from '@/lib/domain/actor'
import { pool } from '@/lib/platform/db'

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
