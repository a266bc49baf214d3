import 'server-only'
import { now } from '@/lib/platform/clock'
import { pool } from '@/lib/platform/db'
import { keyedHashOf } from './secrets'

/** How long failures count after the first one, in milliseconds. */
const memory = 60 * 60 * 1000

const longestBlock = 15 * 60 * 1000

/**
 * The number of free failures for one account from one place. Each further failure blocks sign-in for 1, 2, 4, 8, then
 * 15 minutes.
 */
const freeOfBlocks = 5

/** The number of failures without a delay: for one account from all places, and from one address for all accounts. */
const freeOfDelays = { account: 20, address: 100 }

/** The delays after that, in milliseconds. They grow with each attempt. The right password always works. */
const delays = { first: 500, longest: 4_000 }

/**
 * The names of counters. They are hashed, so that the table reveals neither who has an account nor where people are. A
 * pair is an account and the place from which someone tries to sign in: a network, or a browser that the account knows.
 */
export const keyOf = {
  pair: (account: string, place: string) => `${pairsOf(account)}${keyedHashOf(place)}`,
  account: (account: string) => `account:${keyedHashOf(account)}`,
  address: (subnet: string) => `address:${keyedHashOf(subnet)}`,
  change: (userId: string) => `change:${keyedHashOf(userId)}`,
  reset: (account: string) => `reset:${keyedHashOf(account)}`,
  resetFrom: (subnet: string) => `reset from:${keyedHashOf(subnet)}`,
}

const pairsOf = (account: string) => `pair:${keyedHashOf(account)}:`

/** SQL: counts a try at the counter $1 at the moment $2, afresh where the first was before $3; after $4 tries it is blocked. */
const countOneSql = `
  insert into sign_in_failures as f (key, failures, window_start) values ($1, 1, $2)
  on conflict (key) do update set
    failures = case when f.window_start < $3 then 1 else f.failures + 1 end,
    window_start = case when f.window_start < $3 then $2 else f.window_start end,
    blocked_until = case when f.window_start >= $3 and f.failures + 1 >= $4
      then $2 + least(15, 2 ^ least(f.failures + 1 - $4, 4)) * interval '1 minute' end
  where f.blocked_until is null or f.blocked_until <= $2
  returning failures`

/**
 * Counts an attempt before it is made, so that simultaneous attempts cannot exceed the limit. Returns the number of
 * failures before it, or null while the counter is blocked. The last of the `free` attempts blocks the counter for a
 * minute, and each later one for longer.
 */
export async function takeTry(key: string, free = freeOfBlocks): Promise<number | null> {
  const moment = now()
  const since = new Date(moment.getTime() - memory)
  const { rows } = await pool.query<{ failures: number }>({
    name: 'try-count',
    text: countOneSql,
    values: [key, moment, since, free],
  })
  return rows[0] ? rows[0].failures - 1 : null
}

/** SQL: counts a try at the counters $1 at the moment $2, afresh where the first was before $3; drops those from before $4. */
const countAllSql = `
  with forgotten as (
    delete from sign_in_failures where key in (
      select key from sign_in_failures where window_start < $4 and key <> all($1)
      order by window_start limit 20 for update skip locked))
  insert into sign_in_failures as f (key, failures, window_start)
  select key, 1, $2 from unnest($1::text[]) key order by key
  on conflict (key) do update set
    failures = case when f.window_start < $3 then 1 else f.failures + 1 end,
    window_start = case when f.window_start < $3 then $2 else f.window_start end
  returning key, failures`

/**
 * Counts an attempt with counters that only delay. Returns the delay in milliseconds. Also deletes counters that
 * expired long ago.
 */
export async function delayOfTry(keys: string[]): Promise<number> {
  const moment = now().getTime()
  const [since, forgotten] = [new Date(moment - memory), new Date(moment - memory - longestBlock)]
  const values = [keys, new Date(moment), since, forgotten]
  const { rows } = await pool.query<{ key: string; failures: number }>({
    name: 'tries-count',
    text: countAllSql,
    values,
  })
  return Math.max(0, ...rows.map(({ key, failures }) => delayAfter(failures - 1 - freeTries(key))))
}

const freeTries = (key: string) => (key.startsWith('account:') ? freeOfDelays.account : freeOfDelays.address)

const delayAfter = (failures: number) =>
  failures < 0 ? 0 : Math.min(delays.longest, delays.first * 2 ** Math.min(failures, 10))

/** Resets the first counter after a success. Takes only this attempt off the other counters. */
export async function forgiveTries(first: string, others: string[] = []) {
  await pool.query('delete from sign_in_failures where key = $1', [first])
  if (others.length === 0) return
  const text = `
    update sign_in_failures f set failures = greatest(f.failures - 1, 0)
    from (select key from sign_in_failures where key = any($1) order by key for update) held where held.key = f.key`
  await pool.query(text, [others])
}

/** Resets all counters of an account, because it has a new password. */
export async function forgiveAccount(userId: string) {
  const text = 'delete from sign_in_failures where key = $1 or starts_with(key, $2)'
  await pool.query(text, [keyOf.account(userId), pairsOf(userId)])
}

/** Blocks a counter for this many milliseconds. */
export async function block(key: string, milliseconds: number) {
  const until = new Date(now().getTime() + milliseconds)
  await pool.query('update sign_in_failures set blocked_until = $2 where key = $1', [key, until])
}

/** Returns until when a counter is blocked, or null. */
export async function blockedUntil(key: string): Promise<Date | null> {
  const text = 'select blocked_until as until from sign_in_failures where key = $1 and blocked_until > $2'
  const { rows } = await pool.query<{ until: Date }>({ name: 'blocked-until', text, values: [key, now()] })
  return rows[0]?.until ?? null
}
