import 'server-only'
import { now } from '@/lib/platform/clock'
import { pool } from '@/lib/platform/db'
import type { Code } from '@/lib/platform/i18n'
import type { Params } from '@/lib/platform/result'

/*
 * A process takes a report by moving its next attempt into the future, and moves it on while it makes it. If the process
 * ends, the report is taken again at that moment. The number of the attempt tells its writes from those of an earlier one.
 */

/** After this many attempts a report fails. */
const mostAttempts = 3

/** How long another process leaves a report alone that is being made, in milliseconds. */
export const lease = 30_000

export type Taken = { id: string; attempts: number; code: string; authorId: string; title: string; definition: unknown }

const endOfLease = () => new Date(now().getTime() + lease)

/** SQL: takes the next report that waits at the moment $1, until the moment $2, if it has had fewer than $3 attempts. */
const takeSql = `
  update publications set state = 'making', attempts = attempts + 1, progress = 0, next_attempt_at = $2
  where id = (
    select id from publications
    where state in ('queued', 'making') and next_attempt_at <= $1 and attempts < $3
    order by next_attempt_at, id limit 1 for update skip locked)
  returning id, attempts, code, author_id as "authorId", title, definition`

/** Takes the report that has waited longest. */
export async function takePublication(): Promise<Taken | undefined> {
  const values = [now(), endOfLease(), mostAttempts]
  return (await pool.query<Taken>({ name: 'publication-take', text: takeSql, values })).rows[0]
}

/** SQL: keeps the report $1 of the attempt $2 until the moment $3, with the progress $4. */
const keepSql = `
  update publications set next_attempt_at = $3, progress = greatest(progress, $4)
  where id = $1 and state = 'making' and attempts = $2`

/** Keeps a report for this process, and notes how much of it is made. */
export async function keepPublication({ id, attempts }: Taken, progress: number) {
  const values = [id, attempts, endOfLease(), progress]
  await pool.query({ name: 'publication-keep', text: keepSql, values })
}

/** SQL: ends the making of the report $1 of the attempt $2, for the reason $3. */
const failSql = `
  update publications set state = 'failed', error = $3 where id = $1 and state = 'making' and attempts = $2`

/** Ends the making of a report, for a reason that people can read. */
export async function failPublication({ id, attempts }: Taken, code: Code, params: Params = {}) {
  const values = [id, attempts, JSON.stringify({ code, params })]
  await pool.query({ name: 'publication-fail', text: failSql, values })
}

/** SQL: gives the report $1 of the attempt $2 back, to be made from the moment $3 on. $4 attempts do not count. */
const giveBackSql = `
  update publications set state = 'queued', progress = 0, next_attempt_at = $3, attempts = attempts - $4
  where id = $1 and state = 'making' and attempts = $2`

/** Gives a report back. An attempt counts unless this process stopped by itself. */
export async function giveBack({ id, attempts }: Taken, pause: number, { counts = true } = {}) {
  const values = [id, attempts, new Date(now().getTime() + pause), counts ? 0 : 1]
  await pool.query({ name: 'publication-give-back', text: giveBackSql, values })
}

/** SQL: the reports whose $2 attempts have ended without a result at the moment $1 fail, for the reason $3. */
const giveUpSql = `
  update publications set state = 'failed', error = $3
  where state in ('queued', 'making') and next_attempt_at <= $1 and attempts >= $2`

/** Ends the reports for which no further attempt is made. */
export async function giveUp() {
  const reason = JSON.stringify({ code: 'publication_interrupted', params: { attempts: mostAttempts } })
  await pool.query({ name: 'publication-give-up', text: giveUpSql, values: [now(), mostAttempts, reason] })
}
