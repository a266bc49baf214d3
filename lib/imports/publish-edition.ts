import 'server-only'
import { currentEdition } from '@/lib/documents/editions'
import { listedDocument } from '@/lib/documents/queries'
import type { Actor } from '@/lib/domain/actor'
import type { Change } from '@/lib/history/change'
import { readIn, type Transaction } from '@/lib/platform/db'
import { conflict, type Failure, invalidField, type Result } from '@/lib/platform/result'
import { raw, sql } from '@/lib/platform/sql'
import { mostRecommendations } from '@/lib/registration/new-document'
import { storeEdition } from '@/lib/registration/store-document'
import { assignAddressees } from './assign-addressees'
import { withCurrentParties } from './current-parties'
import { documentOfImport, type Publication } from './document-of-import'
import type { ImportNow } from './import-shape'
import { markPublished } from './mark-published'
import { orderRecommendations } from './order-recommendations'
import { stands } from './place-shape'
import type { Asked } from './publish-fields'
import { importNow } from './queries'
import { type StoredPlace, storePlaces } from './store-places'

/** The document of a new edition. `current` and `number` are its current edition, `last` the highest number given. */
type Document = {
  id: string
  code: string
  title: string
  archived: boolean
  recommendations: number
  current: string
  number: number
  last: number
  basedOnId: string | null
  sha256: string
}

/**
 * Publishes an import that is in review as a new edition of its document: its paragraphs, the accepted candidates as
 * recommendations, and where the recommendations and annotations of the edition before stand in it. Refusals:
 * `document_archived`, `edition_outdated` if another edition was published since, `edition_places_open`.
 */
export async function publishEdition(change: Change, actor: Actor, asked: Asked): Promise<Result<ImportNow>> {
  const { tx, record } = change
  const document = await lockDocument(tx, asked.id)
  const refused = (await refusesEdition(tx, document, asked)) ?? undefined
  if (refused) return refused
  const { id, code, title } = document
  const read = await documentOfImport(tx, { ...asked, as: { code, title } })
  if (!read.ok) return read
  const { document: text, dueOn } = await withCurrentParties(change, read.value)
  const wrong = refusesRecommendations(text, document) ?? (await refusesTaken(tx, asked.id, text))
  if (wrong) return wrong

  const number = document.last + 1
  const stored = await storeEdition(change, { ...text, id }, number)
  const { editionId, recommendationIds } = stored
  if (asked.assign) await assignAddressees(change, text.recommendations, recommendationIds, dueOn)
  const places = await storePlaces(change, { importId: asked.id, editionId, number })
  await orderRecommendations(tx, id, editionId)
  const counts = { paragraphs: text.paragraphs.length, recommendations: recommendationIds.length, ...countsOf(places) }
  record({
    kind: 'document.edition_published',
    subjectId: id,
    body: {
      before: { number: document.number },
      after: { id: editionId, number, sha256: document.sha256, ...counts },
    },
  })
  return markPublished(change, actor, { id: asked.id, sha256: document.sha256, editionId })
}

/** Locks the document of an import, so that nobody can add or archive anything there before the change ends. */
async function lockDocument(tx: Transaction, importId: string): Promise<Document> {
  const rows = await readIn<Document>(
    tx,
    'document-for-edition',
    sql`
    select d.id, d.code, d.title, d.archived_at is not null as archived, e.id as current, e.number,
      (select max(number) from editions where document_id = d.id) as last,
      (select count(*)::int from recommendations where document_id = d.id) as recommendations,
      i.based_on_id as "basedOnId", i.sha256
    from imports i join documents d on d.id = i.edition_of_id
    join editions e on e.id = ${raw(currentEdition('d.id'))}
    where i.id = ${importId}::uuid for update of d`,
  )
  const [row] = rows
  if (!row) throw new Error(`The import ${importId} is of no document.`)
  return row
}

async function refusesEdition(tx: Transaction, document: Document, asked: Asked): Promise<Failure | undefined> {
  const { code, archived, current, basedOnId } = document
  if (asked.code !== undefined && asked.code.trim().toUpperCase() !== code) {
    return invalidField('code', 'edition_code_fixed', { code })
  }
  if (archived) return conflict('document_archived', await listedDocument(tx, code))
  if (current !== basedOnId) return conflict('edition_outdated', await importNow(tx, asked.id))
  const count = await countOpen(tx, asked.id)
  return count > 0 ? invalidField('places', 'edition_places_open', { count }) : undefined
}

/** Returns how many recommendations and annotations are undecided, including those that were just added. */
async function countOpen(tx: Transaction, importId: string) {
  const rows = await readIn<{ count: number }>(
    tx,
    'edition-places-open',
    sql`
    select (
      (select count(*) from import_places x where import_id = i.id and decided_at is null and ${raw(stands)})
      + (select count(*) from recommendations r where r.document_id = i.edition_of_id
          and not exists (select from import_places x where x.import_id = i.id and x.recommendation_id = r.id))
      + (select count(*) from editions e join paragraphs p on p.edition_id = e.id
          join annotations n on n.paragraph_id = p.id and n.start is not null and n.withdrawn_at is null
          where e.document_id = i.edition_of_id
            and not exists (select from import_places x where x.import_id = i.id and x.annotation_id = n.id))
    )::int as count
    from imports i where i.id = ${importId}::uuid`,
  )
  return rows[0]?.count ?? 0
}

function refusesRecommendations({ recommendations }: Publication['document'], document: Document) {
  const count = recommendations.length + document.recommendations
  return count > mostRecommendations
    ? invalidField('accept', 'accepted_many', { maximum: mostRecommendations })
    : undefined
}

/** Returns the refusal if accepted words are already those of a recommendation. */
async function refusesTaken(tx: Transaction, importId: string, { recommendations }: Publication['document']) {
  const places = await tx.importPlace.findMany({
    where: { importId, recommendationId: { not: null }, paragraph: { not: null } },
    select: { paragraph: true, start: true, end: true, recommendation: { select: { key: true } } },
  })
  const keyAt = new Map(
    places.map(({ paragraph, start, end, ...one }) => [`${paragraph} ${start} ${end}`, one.recommendation?.key]),
  )
  for (const { paragraph, start, end } of recommendations) {
    const key = keyAt.get(`${paragraph + 1} ${start} ${end}`)
    if (key !== undefined) return invalidField('accept', 'edition_words_taken', { key })
  }
  return undefined
}

function countsOf(places: readonly StoredPlace[]) {
  const counts = { unchanged: 0, moved: 0, changed: 0, gone: 0 }
  for (const { state } of places) counts[state]++
  return counts
}
