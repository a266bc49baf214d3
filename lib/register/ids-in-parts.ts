import 'server-only'
import { rowsInParts } from '@/lib/platform/one-moment'
import type { Composed } from '@/lib/platform/sql'

/** Returns the IDs that a query finds, in its order, in parts of `size`. Only within `atOneMoment`. */
export async function* idsInParts({ text, values }: Composed, size: number): AsyncGenerator<string[]> {
  const parts = rowsInParts<{ id: string }>({ text: `/* list-ids */ ${text}`, values }, size)
  for await (const rows of parts) yield rows.map(({ id }) => id)
}
