import 'server-only'
import { readIn, type Transaction } from '@/lib/platform/db'
import { sql } from '@/lib/platform/sql'
import type { Comparable } from '@/lib/reading/match-paragraphs'

export type BaseParagraph = Comparable & { id: string; label: string; ordinal: number }

/** A recommendation, or an annotation on a part of a text, with its words in an edition. */
export type Standing = {
  recommendationId: string | null
  annotationId: string | null
  paragraphId: string
  ordinal: number
  start: number
  end: number
  quote: string
}

/** Returns the paragraphs of an edition in their order. */
export async function paragraphsOfEdition(tx: Transaction, editionId: string): Promise<BaseParagraph[]> {
  const rows = await tx.paragraph.findMany({
    where: { editionId },
    select: { id: true, ordinal: true, label: true, text: true, parentId: true },
    orderBy: { ordinal: 'asc' },
  })
  const placeOf = new Map(rows.map(({ id }, place) => [id, place]))
  const paths = pathsOfLabels(rows.map(({ label, parentId }) => ({ label, parent: placeOf.get(parentId ?? '') })))
  return rows.map(({ id, ordinal, label, text }, place) => ({ id, ordinal, label, text, path: paths[place] ?? '' }))
}

/** Returns the labels of each paragraph and its parents: "16 (a)". `parent` is a place before it in the list. */
export function pathsOfLabels(rows: readonly { label: string; parent?: number | undefined }[]): string[] {
  const paths: string[] = []
  for (const { label, parent } of rows) {
    const above = parent === undefined ? '' : (paths[parent] ?? '')
    paths.push(`${above} ${label}`.trim())
  }
  return paths
}

/**
 * Returns what stands in a document, in the order of an edition: its recommendations, and the annotations on parts of
 * its text. What is gone from that edition, or was made from an earlier one since, is returned where it was made.
 */
export const standingIn = (tx: Transaction, edition: { id: string; documentId: string }) =>
  readIn<Standing>(
    tx,
    'edition-standing',
    sql`
    select s.recommendation_id as "recommendationId", s.annotation_id as "annotationId", p.id as "paragraphId", p.ordinal,
      s.start, s."end", span(p.text, s.start, s."end") as quote
    from (
      select r.id as recommendation_id, null::uuid as annotation_id, coalesce(x.paragraph_id, r.paragraph_id) as paragraph_id,
        coalesce(x.start, r.start) as start, coalesce(x."end", r."end") as "end"
      from recommendations r
      left join places x on x.recommendation_id = r.id and x.edition_id = ${edition.id}::uuid
      where r.document_id = ${edition.documentId}::uuid
      union all
      select null, n.id, coalesce(x.paragraph_id, n.paragraph_id), coalesce(x.start, n.start), coalesce(x."end", n."end")
      from editions e
      join paragraphs own on own.edition_id = e.id
      join annotations n on n.paragraph_id = own.id and n.start is not null and n.withdrawn_at is null
      left join places x on x.annotation_id = n.id and x.edition_id = ${edition.id}::uuid
      where e.document_id = ${edition.documentId}::uuid) s
    join paragraphs p on p.id = s.paragraph_id
    order by p.ordinal, s.start, s.recommendation_id, s.annotation_id`,
  )
