import 'server-only'
import { readIn, type Transaction } from '@/lib/platform/db'
import { sql } from '@/lib/platform/sql'

/** Returns the ID of the current change, which all its events share. */
export async function changeIdIn(tx: Transaction): Promise<string> {
  const [row] = await readIn<{ change: string }>(tx, 'change-id', sql`select current_setting('app.change') as change`)
  return row?.change ?? ''
}
