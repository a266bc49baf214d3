import 'server-only'
import type { z } from 'zod'
import { currentEdition } from '@/lib/documents/editions'
import type { Sql } from '@/lib/platform/db'
import { invalidField } from '@/lib/platform/result'
import { type spanFields, spanIn } from '@/lib/reading/find-span'
import { findWords } from '@/lib/reading/find-words'
import { cut } from '@/lib/reading/sentences'

type Wanted = z.output<z.ZodObject<typeof spanFields>> & { edition?: number | undefined }

/** A paragraph in which a recommendation stands, and the number of its edition. */
type Place = { id: string; text: string; edition: number; current: boolean }

/**
 * Returns the paragraph and the span of the words that an annotation is about. If the current edition of the document
 * contains them, they are found there, and otherwise in the edition from which the recommendation was made. An annotation
 * without words is about the whole recommendation. No edition is published between this and the end of the transaction.
 */
export async function findPassage(
  sql: Sql,
  recommendation: { id: string; paragraphId: string },
  { edition, ...wanted }: Wanted,
) {
  const { paragraphId } = recommendation
  if ([wanted.start, wanted.end, wanted.words, wanted.occurrence].every((value) => value === undefined)) {
    return { ok: true, paragraphId, start: null, end: null } as const
  }
  const places = await placesOf(sql, recommendation.id)
  const named = places.find((one) => one.edition === edition)
  if (edition !== undefined) return named ? within(named, wanted) : invalidField('words', 'words_not_found')

  const own = places.find(({ id }) => id === paragraphId)
  const current = places.find((one) => one.current)
  if (!own) throw new Error('A recommendation has lost its paragraph.')
  if (!current || current === own) return within(own, wanted)
  if (wanted.words === undefined) {
    const span = within(own, wanted)
    if (!span.ok) return span
    const there = within(current, { words: cut(own.text, span) })
    return there.ok ? there : span
  }
  const isThere = findWords(current.text, wanted.words).length > 0
  return within(isThere ? current : own, wanted)
}

function within({ id, text }: Place, wanted: Wanted) {
  const span = spanIn(text, wanted)
  return span.ok ? ({ ...span, paragraphId: id } as const) : span
}

/** SQL: locks the document of the recommendation $1 against the publication of an edition. */
const holdSql = `
  select from documents where id = (select document_id from recommendations where id = $1) for key share`

/** SQL: the paragraphs in which the recommendation $1 stands, one for each edition. */
const placesSql = `
  select p.id, p.text, e.number as edition, e.id = ${currentEdition('r.document_id')} as current
  from recommendations r
  cross join lateral (
    select r.paragraph_id as id
    union
    select x.paragraph_id from places x where x.recommendation_id = r.id) s
  join paragraphs p on p.id = s.id
  join editions e on e.id = p.edition_id
  where r.id = $1 and e.withdrawn_at is null`

async function placesOf(sql: Sql, id: string): Promise<Place[]> {
  await sql.query({ name: 'annotation-hold-document', text: holdSql, values: [id] })
  const { rows } = await sql.query<Place>({ name: 'annotation-places', text: placesSql, values: [id] })
  return rows
}
