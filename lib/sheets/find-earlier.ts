import 'server-only'
import { readIn, type Transaction } from '@/lib/platform/db'
import { sql } from '@/lib/platform/sql'
import { type Known, plain } from './find-quotes'

type Wanted = { documentId: string; quote: string }

/** What an earlier edition has: the recommendation that quotes these words, or only the words. */
type Earlier = { known?: Known }

/**
 * Finds quotes in the earlier editions of their documents, by `quoteKey`. Returns the recommendation that was made of a
 * quote, or nothing but the fact that the words were there.
 */
export async function findEarlier(tx: Transaction, wanted: readonly Wanted[]): Promise<Map<string, Earlier>> {
  const found = new Map<string, Earlier>()
  if (wanted.length === 0) return found
  const rows = await readIn<Wanted & { id: string | null; closed: boolean }>(
    tx,
    'sheet-quotes-earlier',
    sql`
    select w."documentId", w.quote, r.id, r.closure is not null as closed
    from json_to_recordset(${JSON.stringify(wanted.map(keyed))}::json) as w ("documentId" uuid, quote text)
    left join lateral (
      select r.id, r.closure from recommendations r
      where r.document_id = w."documentId" and regexp_replace(btrim(r.quote), '\\s+', ' ', 'g') = w.quote
      order by r.closure is not null, r.key limit 1) r on true
    where r.id is not null or exists (
      select from editions e join paragraphs p on p.edition_id = e.id
      where e.document_id = w."documentId" and e.withdrawn_at is null
        and strpos(regexp_replace(p.text, '\\s+', ' ', 'g'), w.quote) > 0)`,
  )
  for (const { id, closed, ...one } of rows) found.set(quoteKey(one), id === null ? {} : { known: { id, closed } })
  return found
}

const keyed = ({ documentId, quote }: Wanted) => ({ documentId, quote: plain(quote) })

export const quoteKey = ({ documentId, quote }: Wanted) => `${documentId} ${plain(quote)}`
