import 'server-only'
import { pool } from '@/lib/platform/db'
import { log } from '@/lib/platform/log'

/**
 * Records when a session or a token was last used. If the database cannot be written, the request continues without it.
 */
export async function noteUse(text: string, values: unknown[]) {
  await pool.query(text, values).catch((error: unknown) => log.debug({ err: error }, 'The last use was not noted.'))
}
