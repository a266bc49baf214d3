import 'server-only'
import { now } from '@/lib/platform/clock'
import { db, pool } from '@/lib/platform/db'
import { newId } from '@/lib/platform/id'
import type { Role } from '@/prisma/generated/enums'
import type { Actor } from './actor'
import { hashOf, newSecret } from './secret'

const minute = 60_000
const hour = 60 * minute

/** A session ends when nobody has used it for so long, and in any case so long after it began. */
const idle = 12 * hour
export const lifetimeInSeconds = 14 * 24 * 60 * 60

/** Whoever is signed in: an actor with a name, and the session in which they act (none with a token). */
export type SignedIn = Actor & {
  name: string
  email: string
  organizations: { slug: string; name: string }[]
  sessionId: string | null
}

/** Begins a session and answers its secret, which is kept nowhere else. */
export async function beginSession(userId: string, agent: string | null): Promise<string> {
  const secret = newSecret()
  const since = now()
  const expiresAt = new Date(since.getTime() + lifetimeInSeconds * 1000)
  const times = { createdAt: since, seenAt: since, expiresAt }
  await db.session.create({
    data: { id: newId(), userId, hash: hashOf(secret), agent: agent?.slice(0, 300) ?? null, ...times },
  })
  return secret
}

/** Nobody may act in it from now on. */
export async function endSession(secret: string) {
  await db.session.updateMany({ where: { hash: hashOf(secret), revokedAt: null }, data: { revokedAt: now() } })
}

type Row = {
  session: string
  seen: Date
  id: string
  role: Role
  name: string
  email: string
  organizations: { id: string; slug: string; name: string }[]
}

const person = `
  u.id, u.role, u.name, u.email::text,
  coalesce((
    select json_agg(json_build_object('id', o.id, 'slug', o.slug, 'name', o.name) order by m.kind, o.name)
    from memberships m join organizations o on o.id = m.organization_id
    where m.user_id = u.id), '[]') as organizations`

const sessionQuery = `
  select s.id as session, s.seen_at as seen, ${person}
  from sessions s join users u on u.id = s.user_id
  where s.hash = $1 and s.revoked_at is null and s.expires_at > $2 and s.seen_at > $3 and u.disabled_at is null`

/** Who acts in this session, if it still stands. Asked on every request, so one lean query. */
export async function findSession(secret: string): Promise<SignedIn | null> {
  const moment = now()
  const values = [hashOf(secret), moment, new Date(moment.getTime() - idle)]
  const { rows } = await pool.query<Row>({ name: 'session', text: sessionQuery, values })
  const [row] = rows
  if (!row) return null

  if (moment.getTime() - row.seen.getTime() > minute) await saw(row.session, moment)
  return signedInAs(row, row.session)
}

const saw = (id: string, moment: Date) =>
  pool.query({ name: 'session-seen', text: 'update sessions set seen_at = $2 where id = $1', values: [id, moment] })

function signedInAs({ id, role, name, email, organizations }: Omit<Row, 'session' | 'seen'>, sessionId: string | null) {
  const named = organizations.map(({ slug, name }) => ({ slug, name }))
  return { id, role, name, email, organizationIds: organizations.map((one) => one.id), organizations: named, sessionId }
}
