import 'server-only'
import { type Actor, keepsTheRecord } from '@/lib/domain/actor'
import { documentVisible } from '@/lib/domain/visibility'
import { readNamed } from '@/lib/platform/db'
import { iso } from '@/lib/platform/sql'

export type Removed = {
  key: string
  title: string
  document: string
  removedAt: string
  /** What was withdrawn if the recommendation was removed with it. Null if it was removed by itself. */
  withdrawn: 'edition' | 'import' | 'sheet' | null
}

/** SQL: the removed recommendation with the key $1; $2: whether the reader keeps the record. */
const removedSql = `
  select x.key, x.title, d.code as document, ${iso('x.removed_at')} as "removedAt",
    coalesce((
      select case when i.edition_of_id is null then 'import' else 'edition' end
      from imports i join editions e on e.id = i.edition_id
      where e.document_id = x.document_id and i.withdrawn_at = x.removed_at limit 1), (
      select 'sheet' from sheets s where s.withdrawn_at = x.removed_at limit 1)) as withdrawn
  from removed_recommendations x join documents d on d.id = x.document_id
  where x.key = $1 and ${documentVisible('$2')}`

/** Returns a removed recommendation of a document that the actor may see. */
export async function findRemoved(actor: Actor, key: string): Promise<Removed | undefined> {
  const values = [key, keepsTheRecord(actor)]
  const rows = await readNamed<Removed>({ name: 'recommendation-removed', text: removedSql, values })
  return rows[0]
}
