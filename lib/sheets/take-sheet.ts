import 'server-only'
import { now } from '@/lib/platform/clock'
import { pool, type Transaction } from '@/lib/platform/db'
import type { Code } from '@/lib/platform/i18n'
import type { Params } from '@/lib/platform/result'

/*
 * A process takes a spreadsheet by moving its next attempt into the future, and moves it on while it works. If the process
 * ends, the spreadsheet is taken again at that moment. The number of the attempt tells its writes from those of an
 * earlier attempt.
 */

/** After this many attempts without anything written, a spreadsheet fails. */
const mostTries = 3

/** How long another process leaves a spreadsheet alone that is being worked on, in milliseconds. */
export const lease = 30_000

export type Taken = {
  id: string
  attempts: number
  tries: number
  state: Step
  storedAs: string
  name: string
  worksheet: number | null
}

type Step = 'reading' | 'checking' | 'importing'

/** SQL: takes the next spreadsheet that waits at the moment $1, until the moment $2, if it has had fewer than $3 tries. */
const takeSql = `
  update sheets set attempts = attempts + 1, tries = tries + 1, next_attempt_at = $2
  where id = (
    select id from sheets
    where state in ('reading', 'checking', 'importing') and next_attempt_at <= $1 and tries < $3
    order by next_attempt_at, id limit 1 for update skip locked)
  returning id, attempts, tries, state, stored_as as "storedAs", name, worksheet`

/** Takes the spreadsheet that has waited longest. */
export async function takeSheet(): Promise<Taken | undefined> {
  const values = [now(), endOfLease(), mostTries]
  const { rows } = await pool.query<Taken>({ name: 'sheet-take', text: takeSql, values })
  return rows[0]
}

const endOfLease = () => new Date(now().getTime() + lease)

/** SQL: keeps the spreadsheet $1 of the attempt $2 until the moment $3. */
const keepSql = `
  update sheets set next_attempt_at = $3
  where id = $1 and state in ('reading', 'checking', 'importing') and attempts = $2`

/** Keeps a spreadsheet for this process. Returns whether it is still its own. */
export async function keepSheet({ id, attempts }: Taken): Promise<boolean> {
  return (await pool.query({ name: 'sheet-keep', text: keepSql, values: [id, attempts, endOfLease()] })).rowCount === 1
}

/** Thrown if another process has taken the spreadsheet, or a person has withdrawn it. */
export class NotOurs extends Error {
  override name = 'NotOurs'
}

/** Locks the spreadsheet of this attempt until the transaction ends. Throws `NotOurs` if it belongs to another one. */
export async function holdTaken(tx: Transaction, { id, attempts, state }: Taken) {
  const held = await tx.$executeRaw`
    select from sheets where id = ${id}::uuid and state = ${state}::text::sheet_state and attempts = ${attempts} for update`
  if (held === 0) throw new NotOurs('The spreadsheet is in the hands of another process.')
}

/** Notes that something was written, so that the tries count from here. */
export async function noteProgress(tx: Transaction, { id }: Taken, progress: number) {
  await tx.$executeRaw`update sheets set progress = ${Math.min(progress, 1)}, tries = 0 where id = ${id}::uuid`
}

/** SQL: ends the work on the spreadsheet $1 of the attempt $2, for the reason $3. */
const failSql = `
  update sheets set state = 'failed', error = $3, version = version + 1
  where id = $1 and state in ('reading', 'checking', 'importing') and attempts = $2`

export async function failSheet({ id, attempts }: Taken, { code, params }: { code: Code; params: Params }) {
  await pool.query({ name: 'sheet-fail', text: failSql, values: [id, attempts, JSON.stringify({ code, params })] })
}

/** SQL: gives the spreadsheet $1 of the attempt $2 back, from the moment $3 on. $4 tries do not count. */
const giveBackSql = `
  update sheets set next_attempt_at = $3, tries = greatest(tries - $4, 0)
  where id = $1 and state in ('reading', 'checking', 'importing') and attempts = $2`

/** Gives a spreadsheet back. A try counts unless this process stopped by itself. */
export async function giveBack({ id, attempts }: Taken, pause: number, { counts = true } = {}) {
  const values = [id, attempts, new Date(now().getTime() + pause), counts ? 0 : 1]
  await pool.query({ name: 'sheet-give-back', text: giveBackSql, values })
}

/** SQL: the spreadsheets whose $2 tries have ended without a result at the moment $1 fail, for the reason $3. */
const giveUpSql = `
  update sheets set state = 'failed', error = $3, version = version + 1
  where state in ('reading', 'checking', 'importing') and next_attempt_at <= $1 and tries >= $2`

/** Ends the spreadsheets for which no further attempt is made. */
export async function giveUp() {
  const reason = JSON.stringify({ code: 'sheet_interrupted', params: { attempts: mostTries } })
  await pool.query({ name: 'sheet-give-up', text: giveUpSql, values: [now(), mostTries, reason] })
}
