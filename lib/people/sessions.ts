import 'server-only'
import type { Actor } from '@/lib/domain/actor'
import { lastEventHash, tellLastEvent } from '@/lib/history/cache-until-next-event'
import type { Change } from '@/lib/history/change'
import { now } from '@/lib/platform/clock'
import { db, pool } from '@/lib/platform/db'
import { newId } from '@/lib/platform/id'
import { deleteOldForms } from './kept-forms'
import { noteUse } from './record-last-use'
import { hashOf, newSecret } from './secrets'
import { type ActorRow, actorColumns, type SignedIn, signedInAs } from './signed-in-user'

const minute = 60_000

/** How long a session lasts without use, in milliseconds, and the longest time that it lasts at all, in seconds. */
const idle = 12 * 60 * minute
export const lifetimeInSeconds = 14 * 24 * 60 * 60

/** Starts a session and returns its secret, which is stored nowhere else. */
export async function beginSession(userId: string, agent: string | null): Promise<string> {
  const secret = newSecret()
  const since = now()
  const expiresAt = new Date(since.getTime() + lifetimeInSeconds * 1000)
  await forgetOld(userId, since)
  await deleteOldForms(since)
  await db.session.create({
    data: {
      id: newId(),
      userId,
      hash: hashOf(secret),
      agent: agent?.slice(0, 300) ?? null,
      createdAt: since,
      seenAt: since,
      expiresAt,
    },
  })
  return secret
}

/** Deletes sessions that ended long ago. */
const forgetOld = (userId: string, moment: Date) =>
  db.session.deleteMany({
    where: { userId, expiresAt: { lt: new Date(moment.getTime() - lifetimeInSeconds * 1000) } },
  })

type Row = ActorRow & { session: string; seen: Date; last: string | null }

/** SQL: who acts in the session whose secret has the hash $1, at the moment $2, if it was used since $3. */
const sessionSql = `
  select s.id as session, s.seen_at as seen, ${lastEventHash} as last, ${actorColumns}
  from sessions s join users u on u.id = s.user_id
  where s.hash = $1 and s.revoked_at is null and s.expires_at > $2 and s.seen_at > $3 and u.disabled_at is null`

/** Returns the actor of a session, if the session is valid. */
export async function findSession(secret: string): Promise<SignedIn | null> {
  const moment = now()
  const values = [hashOf(secret), moment, new Date(moment.getTime() - idle)]
  const { rows } = await pool.query<Row>({ name: 'session', text: sessionSql, values })
  const [row] = rows
  if (!row) return null

  tellLastEvent(row.last)
  if (moment.getTime() - row.seen.getTime() > minute) await saw(row.session, moment)
  return signedInAs(row, row.session)
}

const saw = (id: string, moment: Date) => noteUse('update sessions set seen_at = $2 where id = $1', [id, moment])

/** Ends a session. */
export async function endSessionOf(secret: string) {
  await db.session.updateMany({ where: { hash: hashOf(secret), revokedAt: null }, data: { revokedAt: now() } })
}

/** Ends all sessions of a person. Returns their number. */
export async function endSessionsOf({ tx, now }: Pick<Change, 'tx' | 'now'>, userId: string) {
  const { count } = await tx.session.updateMany({
    where: { userId, revokedAt: null, expiresAt: { gt: now } },
    data: { revokedAt: now },
  })
  return count
}

/** Returns the open sessions of the actor, most recently used first. */
export function sessionsOf({ id: userId }: Actor) {
  const moment = now()
  const since = new Date(moment.getTime() - idle)
  return db.session.findMany({
    where: { userId, revokedAt: null, expiresAt: { gt: moment }, seenAt: { gt: since } },
    orderBy: [{ seenAt: 'desc' }, { id: 'desc' }],
    select: { id: true, agent: true, createdAt: true, seenAt: true },
  })
}
