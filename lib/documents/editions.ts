import 'server-only'
import { readIn, type Transaction } from '@/lib/platform/db'
import { iso, raw, sql } from '@/lib/platform/sql'

/** SQL: the ID of the current edition of a document. */
export const currentEdition = (documentId: string) => `(
  select ce.id from editions ce where ce.document_id = ${documentId} and ce.withdrawn_at is null
  order by ce.number desc limit 1)`

/** SQL: the ID of the edition of a document with a number, or of the current one if the number is null. */
export const editionNumbered = (documentId: string, number: string) => `(
  select ne.id from editions ne where ne.document_id = ${documentId} and ne.withdrawn_at is null
    and (${number}::int is null or ne.number = ${number})
  order by ne.number desc limit 1)`

/** SQL: the recommendations that stand in a paragraph of any edition, each with its ID and its span there. */
export const standingInParagraph = (paragraphId: string) => `(
  select sr.id, sr.start, sr."end" from recommendations sr where sr.paragraph_id = ${paragraphId}
  union all
  select sp.recommendation_id, sp.start, sp."end" from places sp
  where sp.paragraph_id = ${paragraphId} and sp.recommendation_id is not null)`

/** A wording of a document. */
export type Edition = { number: number; publishedAt: string }

/** SQL: the editions of the document `d`, the first one first. */
export const editionsJson = `(
  select json_agg(json_build_object('number', le.number, 'publishedAt', ${iso('le.published_at')}) order by le.number)
  from editions le where le.document_id = d.id and le.withdrawn_at is null)`

/** Returns the ID of the current edition of a document. */
export async function currentEditionOf(tx: Transaction, documentId: string): Promise<string> {
  const rows = await readIn<{ id: string }>(
    tx,
    'edition-current',
    sql`select ${raw(currentEdition('d.id'))} as id from documents d where d.id = ${documentId}::uuid`,
  )
  const [row] = rows
  if (!row) throw new Error(`The document ${documentId} has no edition.`)
  return row.id
}
