import { verifyHistory } from '@/lib/history/verify'
import { literal, pool } from '@/lib/platform/db'

/** Runs statements past every trigger, as only somebody with full power over the database can. */
export const rewrite = (statements: string) =>
  pool.query(`do $$ begin set local session_replication_role = replica; ${statements}; end $$`)

/** Changes a field of a row without an event, verifies the history, and puts the field back. */
export async function afterRewriting(table: string, where: string, field: string, value: string) {
  const { rows } = await pool.query<{ kept: string | null }>(
    `select ${field}::text as kept from ${table} where ${where}`,
  )
  await rewrite(`update ${table} set ${field} = ${value} where ${where}`)
  const verified = await verifyHistory()
  await rewrite(`update ${table} set ${field} = ${literal(rows[0]?.kept ?? null)} where ${where}`)
  return verified
}

/** Runs statements past every trigger, verifies the history, and puts the tables back as they were. */
export async function afterTampering(tables: readonly string[], statements: string, head?: string) {
  for (const table of tables) await pool.query(`create table kept_${table} as select * from ${table}`)
  // The triggers of the events hold for everybody, as long as the table has them.
  const unguarded = (statements: string) =>
    rewrite(`alter table events disable trigger all; ${statements}; alter table events enable trigger all;
      alter table events enable always trigger events_stay, enable always trigger events_stay_all`)
  await unguarded(statements)
  const verified = await verifyHistory(() => {}, head)
  for (const table of tables) {
    const { rows } = await pool.query<{ columns: string }>(
      `select string_agg(quote_ident(attname), ', ') as columns from pg_attribute
       where attrelid = $1::regclass and attnum > 0 and not attisdropped and attgenerated = ''`,
      [table],
    )
    const columns = rows[0]?.columns
    await unguarded(`delete from ${table}; insert into ${table} (${columns}) select ${columns} from kept_${table}`)
    await pool.query(`drop table kept_${table}`)
  }
  return verified
}
