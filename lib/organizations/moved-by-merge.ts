import 'server-only'
import type { Actor } from '@/lib/domain/actor'
import { pool } from '@/lib/platform/db'

/** SQL: how many assignments the user $2 moved in the change $1, if it merged an organization into $3. */
const movedByMergeSql = `
  select count(*) filter (where e.kind = 'assignment.moved')::int as moved
  from events e
  where e.change = $1 and e.actor_id = $2
  having bool_or(e.kind = 'organization.merged' and e.body::json -> 'after' ->> 'intoId' = $3)`

/**
 * Returns how many assignments a merge into an organization moved. Returns undefined if the change was not the actor's
 * merge.
 */
export async function movedByMerge(actor: Actor, change: string, into: string): Promise<number | undefined> {
  const values = [change, actor.id, into]
  const { rows } = await pool.query<{ moved: number }>({ name: 'moved-by-merge', text: movedByMergeSql, values })
  return rows[0]?.moved
}
