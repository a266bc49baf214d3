import { readIn, type Transaction } from '@/lib/platform/db'
import { sql } from '@/lib/platform/sql'
import { keysOf } from './key'

/** Returns which of these keys are used in any document, including keys of removed recommendations. */
export async function givenAmong(tx: Transaction, keys: readonly string[]): Promise<Set<string>> {
  const rows = await readIn<{ key: string }>(
    tx,
    'keys-given',
    sql`
    select key from recommendations where key = any(${keys}::text[])
    union all
    select key from removed_recommendations where key = any(${keys}::text[])`,
  )
  return new Set(rows.map(({ key }) => key))
}

type Document = { code: string; paragraphs: Parameters<typeof keysOf>[1]; before?: number }

/**
 * Returns the keys of a new document's recommendations, or of those in further paragraphs of a document. None is used
 * elsewhere. See `keysOf`.
 */
export async function freeKeysOf(
  tx: Transaction,
  { code, paragraphs, before = 0 }: Document,
  recommendations: Parameters<typeof keysOf>[2],
): Promise<string[]> {
  const taken = new Set<string>()
  for (;;) {
    const keys = keysOf(code, paragraphs, recommendations, { taken, before })
    const given = await givenAmong(tx, keys)
    if (given.size === 0) return keys
    for (const key of given) taken.add(key)
  }
}
