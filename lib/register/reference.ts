import 'server-only'
import { type Actor, keepsTheRecord } from '@/lib/domain/actor'
import { shortKey } from '@/lib/domain/citation'
import { documentVisible } from '@/lib/domain/visibility'
import { cacheUntilNextEvent } from '@/lib/history/cache-until-next-event'
import { readNamed } from '@/lib/platform/db'

type Named = { key: string; code: string }

/** Returns the reference with which a page names a recommendation. */
export type ReferenceFor = (recommendation: Named) => string

/** SQL: the number of documents, at most two; $1: whether the reader keeps the record. */
const documentsSql = `select count(*)::int as n from (select from documents d where ${documentVisible('$1')} order by code limit 2) d`

/**
 * Returns a function for references. If the reader can see one document only, they are short keys ("17.2"), otherwise
 * the document's code comes first ("SALVADOR-2010 17.2").
 */
export async function referencesFor(actor: Actor): Promise<ReferenceFor> {
  const several = await hasSeveralDocuments(keepsTheRecord(actor))
  return ({ key, code }) => (several ? `${code} ${shortKey(key, code)}` : shortKey(key, code))
}

const hasSeveralDocuments = cacheUntilNextEvent(async (seesArchived: boolean): Promise<boolean> => {
  const rows = await readNamed<{ n: number }>({ name: 'naming', text: documentsSql, values: [seesArchived] })
  return (rows[0]?.n ?? 0) > 1
})
