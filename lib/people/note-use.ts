import 'server-only'
import { pool } from '@/lib/platform/db'
import { log } from '@/lib/platform/log'

/** Notes when a session or a token was last used. Where that can't be written, it can still be read. */
export async function noteUse(text: string, values: unknown[]) {
  await pool.query(text, values).catch((error: unknown) => log.debug({ err: error }, 'The last use was not noted.'))
}
