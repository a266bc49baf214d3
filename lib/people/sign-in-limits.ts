import 'server-only'
import { now } from '@/lib/platform/clock'
import { pool } from '@/lib/platform/db'
import { keyedHashOf } from './secrets'

/** Failures are forgotten so long after the first of them. */
const memory = 60 * 60 * 1000

const longestBlock = 15 * 60 * 1000

/** So many failures are free where one place tries one account; each further one blocks it: 1, 2, 4, 8, 15 minutes. */
const freeOfBlocks = 5

/** So many failures at one account from all places, and from one address at all accounts, delay nobody. */
const freeOfDelays = { account: 20, address: 100 }

/** From then on each try waits, a little longer each time. The right password always gets through. */
const delays = { first: 500, longest: 4_000 }

/**
 * Names of counters, hashed so that the table tells neither who has an account nor from where people come. A pair is an
 * account and the place from which it is tried: a network, or a browser that the account knows.
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
 * Counts a try before it is made, so that many at once don't get past. Answers how many failed before it, or null while
 * the counter is blocked: the try that is the last of the `free` ones blocks it for a minute, each later one for longer.
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
 * Counts a try at counters that only delay, and answers for how many milliseconds it waits. What is long forgotten is
 * deleted in passing.
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

/** The try at the first counter was no failure, and those before it are forgiven; at the others it alone is taken back. */
export async function forgiveTries(first: string, others: string[] = []) {
  await pool.query('delete from sign_in_failures where key = $1', [first])
  if (others.length === 0) return
  const text = `
    update sign_in_failures f set failures = greatest(f.failures - 1, 0)
    from (select key from sign_in_failures where key = any($1) order by key for update) held where held.key = f.key`
  await pool.query(text, [others])
}

/** All that was tried at an account is forgiven: it has a new password. */
export async function forgiveAccount(userId: string) {
  const text = 'delete from sign_in_failures where key = $1 or starts_with(key, $2)'
  await pool.query(text, [keyOf.account(userId), pairsOf(userId)])
}

/** Blocks a counter for so long. */
export async function block(key: string, milliseconds: number) {
  const until = new Date(now().getTime() + milliseconds)
  await pool.query('update sign_in_failures set blocked_until = $2 where key = $1', [key, until])
}

/** Until when a counter is blocked, if it is. */
export async function blockedUntil(key: string): Promise<Date | null> {
  const text = 'select blocked_until as until from sign_in_failures where key = $1 and blocked_until > $2'
  const { rows } = await pool.query<{ until: Date }>({ name: 'blocked-until', text, values: [key, now()] })
  return rows[0]?.until ?? null
}
