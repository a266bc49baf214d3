import type { Transaction } from '@/lib/platform/db'
import { keysOf } from './key'

/** Which of these keys are given, in whatever document, also to a recommendation that was removed. */
export async function givenAmong(tx: Transaction, keys: readonly string[]): Promise<Set<string>> {
  const rows = await tx.$queryRaw<{ key: string }[]>`
    select key from recommendations where key = any(${keys}::text[])
    union all
    select key from removed_recommendations where key = any(${keys}::text[])`
  return new Set(rows.map(({ key }) => key))
}

/** The keys of a new document's recommendations, none of which is given to another document's: see `keysOf`. */
export async function freeKeysOf(tx: Transaction, ...document: Parameters<typeof keysOf>): Promise<string[]> {
  const [code, paragraphs, recommendations] = document
  const taken = new Set<string>()
  for (;;) {
    const keys = keysOf(code, paragraphs, recommendations, taken)
    const given = await givenAmong(tx, keys)
    if (given.size === 0) return keys
    for (const key of given) taken.add(key)
  }
}
