import 'server-only'
import type { Transaction } from '@/lib/platform/db'

/** Returns the id of the change under way, which its events share. */
export async function changeIdIn(tx: Transaction): Promise<string> {
  const [row] = await tx.$queryRaw<{ change: string }[]>`select current_setting('app.change') as change`
  return row?.change ?? ''
}
