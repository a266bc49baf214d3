import { migrate } from './migrate'
import { Problem } from './problem'

/** Brings the database up to date. */
export async function prepareDatabase(url: string) {
  const applied = await migrate(url)
  if (applied > 0) console.log(`Brought the database up to date (${applied} migrations).`)
  await checkZone()
}

/** A pooler between us and the server may drop what we ask of a connection: every moment would be hours off. */
async function checkZone() {
  const { pool } = await import('@/lib/platform/db')
  const { rows } = await pool.query<{ zone: string }>(`select current_setting('timezone') as zone`)
  if (rows[0]?.zone === 'UTC') return
  throw new Problem('The server of DATABASE_URL ignores our time zone: let PgBouncer pass `options`, or go past it.')
}
