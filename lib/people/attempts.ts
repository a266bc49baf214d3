import 'server-only'
import { now } from '@/lib/platform/clock'
import { pool } from '@/lib/platform/db'
import { subnetOf } from '@/lib/platform/subnet'
import { keyedHashOf } from './secret'

/** Who tries to sign in: to which account, there or not, and from where. */
export type Trying = { email: string; address?: string | undefined }

/** Failures are forgotten so long after the first of them. */
const memory = 60 * 60 * 1000

const longestWait = 15 * 60 * 1000

/** So many failures in that time are free; from then on each makes one wait: 1 minute, 2, 4, 8, at most 15. */
const free = { account: 5, address: 50 }

/** Hashed, so that the table tells neither who has an account nor from where people come. */
const accountKey = ({ email }: Trying) => `account:${keyedHashOf(email.trim().toLowerCase())}`
const addressKey = ({ address }: Trying) => address && `address:${keyedHashOf(subnetOf(address))}`

const count = `
  insert into sign_in_failures as f (key, failures, window_start) values ($1, 1, $2)
  on conflict (key) do update set
    failures = case when f.window_start < $3 then 1 else f.failures + 1 end,
    window_start = case when f.window_start < $3 then $2 else f.window_start end,
    blocked_until = case when f.window_start >= $3 and f.failures + 1 >= $4
      then $2 + least(15, 2 ^ least(f.failures + 1 - $4, 4)) * interval '1 minute' end
  where f.blocked_until is null or f.blocked_until <= $2`

/**
 * Counts a try before it is made, so that many at once don't get past: whether it may be made. Of an account that isn't
 * there it counts as of one that is.
 */
export async function takeAttempt(trying: Trying): Promise<boolean> {
  const from = addressKey(trying)
  if (from && !(await counted(from, free.address))) return false
  return counted(accountKey(trying), free.account)
}

async function counted(key: string, freely: number) {
  const moment = now()
  const { rowCount } = await pool.query(count, [key, moment, new Date(moment.getTime() - memory), freely])
  return rowCount === 1
}

/** It was no failure after all. What is long forgotten goes with it. */
export async function forgetFailures(trying: Trying) {
  const forgotten = new Date(now().getTime() - memory - longestWait)
  const gone = 'delete from sign_in_failures where key = $1 or window_start < $2'
  await pool.query(gone, [accountKey(trying), forgotten])
  const from = addressKey(trying)
  if (!from) return
  const text = 'update sign_in_failures set failures = greatest(failures - 1, 0), blocked_until = null where key = $1'
  await pool.query(text, [from])
}

/** Until when no try is made, if so. */
export async function blockedUntil(trying: Trying): Promise<Date | null> {
  const text = 'select max(blocked_until) as until from sign_in_failures where key = any($1) and blocked_until > $2'
  const keys = [accountKey(trying), addressKey(trying)].filter(Boolean)
  const { rows } = await pool.query<{ until: Date | null }>(text, [keys, now()])
  return rows[0]?.until ?? null
}
