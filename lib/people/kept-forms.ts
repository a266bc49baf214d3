import 'server-only'
import type { Actor } from '@/lib/domain/actor'
import { now } from '@/lib/platform/clock'
import { connected, literal, pool } from '@/lib/platform/db'
import { ExistingId, newId } from '@/lib/platform/id'

type Person = Pick<Actor, 'id'>

/** How long a form is kept, in milliseconds. */
export const keptFor = 60 * 60_000

/** The number of forms that are kept of each person, and the most bytes of each. The table has the same limit. */
const most = 5
const largest = 200_000

/** SQL: keeps the form $1 of the person $2 until $4 at the moment $5, and deletes what is too old or too much. */
const keepSql = `
  with old as (
    delete from kept_forms where expires_at <= $5 or id in (
      select id from kept_forms where user_id = $2 order by expires_at desc, id desc offset ${most - 1})
  )
  insert into kept_forms (id, user_id, sealed, expires_at) values ($1, $2, $3, $4)`

/**
 * Keeps an encrypted form of a person for an hour. Returns the ID by which its page finds it, or undefined for a form
 * that is larger than any that people fill.
 */
export async function keepForm({ id: userId }: Person, sealed: string): Promise<string | undefined> {
  if (Buffer.byteLength(sealed) > largest) return undefined
  const id = newId()
  const moment = now()
  const values = [id, userId, sealed, new Date(moment.getTime() + keptFor), moment]
  await connected(async (sql) => {
    // Of forms that arrive at once, each must count those before it.
    await sql.query(`begin; select pg_advisory_xact_lock(hashtextextended(${literal(`kept forms of ${userId}`)}, 0))`)
    await sql.query({ name: 'keep-form', text: keepSql, values })
    await sql.query('commit')
  })
  return id
}

/** Returns a form that was kept for this person. A page can be loaded again, so reading a form does not delete it. */
export async function findKeptForm({ id: userId }: Person, id: string): Promise<string | undefined> {
  const { rows } = await pool.query<{ sealed: string }>({
    name: 'kept-form',
    text: 'select sealed from kept_forms where id = $1 and user_id = $2 and expires_at > $3',
    values: [ExistingId.parse(id), userId, now()],
  })
  return rows[0]?.sealed
}

/** Deletes the forms whose time has passed. */
export const deleteOldForms = (moment: Date) =>
  pool.query({ name: 'delete-kept-forms', text: 'delete from kept_forms where expires_at <= $1', values: [moment] })
