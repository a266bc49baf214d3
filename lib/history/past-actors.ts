import 'server-only'
import { z } from 'zod'
import { pool } from '@/lib/platform/db'
import { Role } from '@/prisma/generated/enums'
import type { EventRecord } from './queries'

/** The role and organizations that a person had at the moment of an event. */
export type PastActor = { role: Role; organizationIds: string[] }

/*
 * The latest event before each that gave its actor a role, and the latest that gave them organizations. The first
 * administrator made their own account, so the event that added it counts although it is not earlier.
 */
const latest = (changed: string) => `
  select body::json -> 'after' as after from events
  where subject_type = 'user' and subject_id = w.actor and kind in ('user.added', '${changed}')
    and (seq < w.seq or kind = 'user.added')
  order by seq desc limit 1`

/** SQL: the roles and organizations that the actors $2 had at the events $1. */
const pastActorsSql = `
  select w.seq::int, role.after ->> 'role' as role, member.after -> 'organizationIds' as "organizationIds"
  from unnest($1::bigint[], $2::uuid[]) w(seq, actor)
  cross join lateral (${latest('user.role_changed')}) role
  cross join lateral (${latest('user.organizations_changed')}) member`

const Row = z.object({ seq: z.number(), role: z.enum(Role), organizationIds: z.array(z.uuid()) })

/** Returns the role and organizations that the actor of each event had then, read from the history in one query. */
export async function pastActors(items: readonly EventRecord[]): Promise<ReadonlyMap<number, PastActor>> {
  const acted = items.flatMap(({ seq, actor }) => (actor ? [{ seq, id: actor.id }] : []))
  if (acted.length === 0) return new Map()
  const values = [acted.map(({ seq }) => seq), acted.map(({ id }) => id)]
  const { rows } = await pool.query<z.infer<typeof Row>>({ name: 'history-actors', text: pastActorsSql, values })
  return new Map(
    z
      .array(Row)
      .parse(rows)
      .map(({ seq, ...then }) => [seq, then]),
  )
}
