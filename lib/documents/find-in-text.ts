import 'server-only'
import { pool } from '@/lib/platform/db'
import { textToFind } from '@/lib/platform/text'

/** A paragraph that contains the words, in the order of the text. */
export type FoundParagraph = { ordinal: number; text: string }

/** The most paragraphs in one answer. */
const mostFound = 50

/** SQL: the paragraphs of the edition $1 that contain the words $2, after the ordinal $3; at most $4. */
const foundSql = `
  select p.ordinal, p.text
  from paragraphs p
  where p.edition_id = $1 and p.ordinal > $3 and searchable(concat_ws(' ', p.label, p.text)) like part_of($2)
  order by p.ordinal
  limit $4`

/**
 * Returns the paragraphs of an edition that contain some words, whatever their case and accents. `next` is the ordinal
 * after which the list continues.
 */
export async function findInText(edition: string, words: string, after = 0) {
  const wanted = textToFind(words)
  if (wanted === '') return { items: [] }
  const values = [edition, wanted, after, mostFound + 1]
  const { rows } = await pool.query<FoundParagraph>({ name: 'document-find', text: foundSql, values })
  const items = rows.slice(0, mostFound)
  const last = items.at(-1)
  return { items, ...(rows.length > mostFound && last && { next: last.ordinal }) }
}
