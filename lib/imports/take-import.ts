import 'server-only'
import { now } from '@/lib/platform/clock'
import { pool, type Transaction } from '@/lib/platform/db'
import type { Unread } from './reading'

/*
 * A process takes an import by moving its next attempt into the future, and moves it on while it reads. If the process
 * ends, the import is taken again at that moment. The number of the attempt tells its writes from those of an earlier
 * attempt.
 */

/** After this many attempts an import fails. */
export const mostAttempts = 3

/** How long another process leaves an import alone that is being read, in milliseconds. */
export const lease = 30_000

export type Taken = {
  id: string
  attempts: number
  authorId: string
  /** The name of the file in the store. Null if the content is `text`, or was removed. */
  storedAs: string | null
  text: string | null
  name: string
  bytes: number
  /** The sentences that were selected in it before. */
  selected: unknown
  /** The ID of the document of which it becomes an edition. */
  editionOfId: string | null
}

/** SQL: takes the next import that waits at the moment $1, until the moment $2, if it has had fewer than $3 attempts. */
const takeSql = `
  update imports set state = 'parsing', attempts = attempts + 1, progress = 0, next_attempt_at = $2
  where id = (
    select id from imports
    where state in ('queued', 'parsing') and next_attempt_at <= $1 and attempts < $3
    order by next_attempt_at, id limit 1 for update skip locked)
  returning id, attempts, author_id as "authorId", stored_as as "storedAs", text, name, bytes::int, selected,
    edition_of_id as "editionOfId"`

/** Takes the import that has waited longest. */
export async function takeImport(): Promise<Taken | undefined> {
  const values = [now(), endOfLease(), mostAttempts]
  const { rows } = await pool.query<Taken>({ name: 'import-take', text: takeSql, values })
  return rows[0]
}

const endOfLease = () => new Date(now().getTime() + lease)

/** SQL: keeps the import $1 of the attempt $2 until the moment $3, with the progress $4. */
const keepSql = `
  update imports set next_attempt_at = $3, progress = greatest(progress, $4)
  where id = $1 and state = 'parsing' and attempts = $2`

/** Keeps an import for this process, and notes how much of it has been read. Returns whether it is still its own. */
export async function keepImport({ id, attempts }: Taken, progress: number): Promise<boolean> {
  const values = [id, attempts, endOfLease(), progress]
  return (await pool.query({ name: 'import-keep', text: keepSql, values })).rowCount === 1
}

/** Thrown if another process has taken the import, or a person has withdrawn it. */
export class NotOurs extends Error {
  override name = 'NotOurs'
}

/** Locks the import of this attempt until the transaction ends. Throws `NotOurs` if it belongs to another one. */
export async function holdTaken(tx: Transaction, { id, attempts }: Taken) {
  const held = await tx.$executeRaw`
    select from imports where id = ${id}::uuid and state = 'parsing' and attempts = ${attempts} for update`
  if (held === 0) throw new NotOurs('The import is being read by another process.')
}

/** SQL: ends the reading of the import $1 of the attempt $2, for the reason $3. $4 says that its file was removed. */
const failSql = `
  update imports set state = 'failed', error = $3, version = version + 1,
    stored_as = case when $4 then null else stored_as end
  where id = $1 and state = 'parsing' and attempts = $2`

/** Ends the reading of an import. Returns whether it was still its own. */
export async function failImport({ id, attempts }: Taken, { code, params }: Unread, { removed = false } = {}) {
  const values = [id, attempts, JSON.stringify({ code, params }), removed]
  return (await pool.query({ name: 'import-fail', text: failSql, values })).rowCount === 1
}

/** SQL: gives the import $1 of the attempt $2 back, to be read from the moment $3 on. $4 attempts do not count. */
const giveBackSql = `
  update imports set state = 'queued', progress = 0, next_attempt_at = $3, attempts = attempts - $4
  where id = $1 and state = 'parsing' and attempts = $2`

/** Gives an import back. An attempt counts unless this process stopped by itself. */
export async function giveBack({ id, attempts }: Taken, pause: number, { counts = true } = {}) {
  const values = [id, attempts, new Date(now().getTime() + pause), counts ? 0 : 1]
  await pool.query({ name: 'import-give-back', text: giveBackSql, values })
}

/** SQL: the imports whose $2 attempts have ended without a result at the moment $1 fail, for the reason $3. */
const giveUpSql = `
  update imports set state = 'failed', error = $3, version = version + 1
  where state in ('queued', 'parsing') and next_attempt_at <= $1 and attempts >= $2`

/** Ends the imports for which no further attempt is made. */
export async function giveUp() {
  const reason = JSON.stringify({ code: 'import_interrupted', params: { attempts: mostAttempts } })
  await pool.query({ name: 'import-give-up', text: giveUpSql, values: [now(), mostAttempts, reason] })
}
