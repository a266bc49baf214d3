import 'server-only'
import { pool } from '@/lib/platform/db'

/** Returns the moment of the first event, or undefined if there is none. */
export async function firstEventAt(): Promise<Date | undefined> {
  const { rows } = await pool.query<{ at: Date }>({
    name: 'first-event',
    text: 'select at from events order by seq limit 1',
  })
  return rows[0]?.at
}
