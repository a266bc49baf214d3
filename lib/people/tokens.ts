import 'server-only'
import type { Actor } from '@/lib/domain/actor'
import { now } from '@/lib/platform/clock'
import { db, pool } from '@/lib/platform/db'
import { logSecurity } from '@/lib/platform/security-log'
import type { TokenScope } from '@/prisma/generated/enums'
import { mayAdminister } from './policy'
import { noteUse } from './record-last-use'
import { hashOf } from './secrets'
import { type ActorRow, actorColumns, type SignedIn, signedInAs } from './signed-in-user'
import { roleWithin } from './token-scope'

const minute = 60_000

type Row = ActorRow & { token: string; used: Date | null; scope: TokenScope }

/** SQL: who acts by the token that has the hash $1, at the moment $2. */
const tokenSql = `
  select t.id as token, t.used_at as used, t.scope, ${actorColumns}
  from tokens t join users u on u.id = t.user_id
  where t.hash = $1 and t.revoked_at is null and t.expires_at > $2 and u.disabled_at is null`

/** Returns the actor for a token, if the token works. */
export async function findByToken(token: string): Promise<SignedIn | null> {
  const moment = now()
  const { rows } = await pool.query<Row>({ name: 'token', text: tokenSql, values: [hashOf(token), moment] })
  const [row] = rows
  if (!row) {
    await logSecurity('token_refused')
    return null
  }

  if (!row.used || moment.getTime() - row.used.getTime() > minute) await used(row, moment)
  const { scope } = row
  return { ...signedInAs({ ...row, role: roleWithin(scope, row.role) }, null), scope, ownerRole: row.role }
}

/** Recorded once a minute at most. */
async function used({ token, id, scope }: Row, moment: Date) {
  await noteUse('update tokens set used_at = $2 where id = $1', [token, moment])
  await logSecurity('token_used', { token, account: id, scope })
}

/** Returns the working tokens of a person, newest first: one's own, or those of anyone for administrators. */
export async function tokensOf(actor: Actor, userId: string) {
  if (actor.id !== userId && !mayAdminister(actor)) return []
  return db.token.findMany({
    where: { userId, revokedAt: null, expiresAt: { gt: now() } },
    orderBy: { id: 'desc' },
    select: { id: true, name: true, scope: true, createdAt: true, expiresAt: true, usedAt: true },
  })
}
