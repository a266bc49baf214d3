import 'server-only'
import type { Transaction } from '@/lib/platform/db'

/** Returns the ID of the current change, which all its events share. */
export async function changeIdIn(tx: Transaction): Promise<string> {
  const [row] = await tx.$queryRaw<{ change: string }[]>`select current_setting('app.change') as change`
  return row?.change ?? ''
}
