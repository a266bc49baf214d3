import 'server-only'
import { readIn, type Transaction } from '@/lib/platform/db'
import { sql } from '@/lib/platform/sql'

const dashes = /[\u2010-\u2015\u2212\uFE58\uFE63\uFF0D]/g

/** The longest code of a document and the hyphen after it. */
const longestCode = 61

/**
 * Returns the keys that someone may mean who types one. The code of a document is in capitals and the rest of a key in
 * small letters, and any hyphen may be where the code ends.
 */
function keysMeant(typed: string): string[] {
  const key = typed.trim().replace(dashes, '-')
  const ends = [...key.slice(0, longestCode).matchAll(/-/g)].map(({ index }) => index)
  return [
    ...new Set([typed, key, ...ends.map((end) => key.slice(0, end).toUpperCase() + key.slice(end).toLowerCase())]),
  ]
}

/** Returns the keys that people mean, by what they typed. What may mean several keys and is none of them means none. */
export async function keysTyped(tx: Transaction, typed: readonly string[]): Promise<Map<string, string>> {
  const meant = new Map(typed.map((one) => [one, keysMeant(one)]))
  const keys = [...new Set([...meant.values()].flat())]
  const rows = await readIn<{ key: string }>(
    tx,
    'recommendation-keys-typed',
    sql`select key from recommendations where key = any(${keys}::text[])`,
  )
  const there = new Set(rows.map(({ key }) => key))
  return new Map(
    [...meant].flatMap(([one, possible]) => {
      const [key, ...others] = there.has(one) ? [one] : possible.filter((key) => there.has(key))
      return key !== undefined && others.length === 0 ? [[one, key] as const] : []
    }),
  )
}
