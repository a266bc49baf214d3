import 'server-only'
import type { Actor } from '@/lib/domain/actor'
import { now } from '@/lib/platform/clock'
import { db, pool } from '@/lib/platform/db'
import { newId } from '@/lib/platform/id'
import { subnetOf } from '@/lib/platform/subnet'
import type { SignInOutcome } from '@/prisma/generated/enums'
import { mayAdminister } from './policy'

const year = 365 * 24 * 60 * 60 * 1000

const came = ['password', 'provider'] as const

/**
 * The number of entries kept for each account, for a year at most. The limits are separate, so that failures cannot
 * push out sign-ins.
 */
const most = { came: 500, failed: 100 }

export type Place = { address?: string | null | undefined; agent?: string | null | undefined }

/** SQL: notes the sign-in $1 of the user $2 at the moment $3: its outcome, network and agent. */
const noteSignInSql = `
  insert into sign_ins (id, user_id, at, outcome, network, agent)
  select $1, id, $3, $4::sign_in_outcome, $5, $6 from users where id = $2`

/** SQL: forgets sign-ins of the user $1 from before $2, and all but the last $4 of the outcomes $3 and the last $5 of others. */
const forgetSignInsSql = `
  delete from sign_ins where id in (
    select id from sign_ins where user_id = $1 and at < $2
    union all (select id from sign_ins where user_id = $1 and outcome = any($3::sign_in_outcome[]) order by at desc, id desc offset $4)
    union all (select id from sign_ins where user_id = $1 and outcome <> all($3::sign_in_outcome[]) order by at desc, id desc offset $5))`

const nobody = '00000000-0000-0000-0000-000000000000'

/** Records a sign-in or an attempt. For an account that does not exist, does the same work but records nothing. */
export async function noteSignIn(userId: string | null, outcome: SignInOutcome, { address, agent }: Place) {
  const moment = now()
  const id = userId ?? nobody
  const network = address ? subnetOf(address) : null
  await pool.query(noteSignInSql, [newId(), id, moment, outcome, network, agent?.slice(0, 300) ?? null])
  await pool.query(forgetSignInsSql, [id, new Date(moment.getTime() - year), came, most.came, most.failed])
}

/** Returns the latest sign-ins and failures of an account for administrators, and nothing for others. */
export const signInsOf = async (actor: Actor, userId: string, limit = 20) =>
  mayAdminister(actor)
    ? db.signIn.findMany({
        where: { userId },
        orderBy: [{ at: 'desc' }, { id: 'desc' }],
        select: { id: true, at: true, outcome: true, network: true, agent: true },
        take: limit,
      })
    : []

/** Returns the time at which each of these people last signed in for administrators, and nothing for others. */
export async function lastSignInsOf(actor: Actor, userIds: string[]): Promise<Map<string, Date>> {
  if (!mayAdminister(actor)) return new Map()
  const text = `
    select id, (select max(at) from sign_ins where user_id = ids.id and outcome = any($2::sign_in_outcome[])) as at
    from unnest($1::uuid[]) as ids (id)`
  const { rows } = await pool.query<{ id: string; at: Date | null }>({
    name: 'last-sign-ins',
    text,
    values: [userIds, came],
  })
  return new Map(rows.flatMap(({ id, at }) => (at ? [[id, at] as const] : [])))
}
