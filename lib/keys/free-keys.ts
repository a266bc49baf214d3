import type { NumberedParagraph } from '@/lib/documents/numbered-paragraphs'
import { readIn, type Transaction } from '@/lib/platform/db'
import { sql } from '@/lib/platform/sql'
import { keyFor, keysOf } from './make-keys'

/** Returns which of these keys are used in any document, including keys of removed recommendations. */
async function givenAmong(tx: Transaction, keys: readonly string[]): Promise<Set<string>> {
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

/** Returns the first free key. Keys of other documents and of removed recommendations are not free. */
export async function freeKey(tx: Transaction, code: string, paragraph: NumberedParagraph, start: number) {
  const there = await tx.recommendation.findMany({ where: { paragraphId: paragraph.id }, select: { key: true } })
  const taken = new Set(there.map(({ key }) => key))
  for (;;) {
    const key = keyFor(code, paragraph, start, (key) => taken.has(key), paragraph.path)
    if ((await givenAmong(tx, [key])).size === 0) return key
    taken.add(key)
  }
}
