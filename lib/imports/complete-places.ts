import 'server-only'
import { db } from '@/lib/platform/db'
import { paragraphsOfEdition, standingIn } from './base-edition'
import { comparable } from './compare-edition'
import { insertPlaces, proposePlaces } from './propose-places'

/**
 * Proposes places in a new edition for recommendations and annotations that were added after its text was compared, so
 * that somebody decides on them too. Does nothing for other imports.
 */
export async function completePlaces(importId: string) {
  const one = await db.import.findUnique({
    where: { id: importId, state: 'review' },
    select: { editionOfId: true, basedOnId: true },
  })
  if (!one?.editionOfId || !one.basedOnId) return
  const { basedOnId: id, editionOfId: documentId } = one
  const standing = await standingIn(db, { id, documentId })
  const known = await db.importPlace.findMany({
    where: { importId },
    select: { recommendationId: true, annotationId: true },
  })
  const ids = new Set(known.map(({ recommendationId, annotationId }) => recommendationId ?? annotationId))
  const added = standing.filter(({ recommendationId, annotationId }) => !ids.has(recommendationId ?? annotationId))
  if (added.length === 0) return

  const before = await paragraphsOfEdition(db, id)
  const rows = await db.importParagraph.findMany({
    where: { importId },
    select: { label: true, text: true, parent: true, wasId: true },
    orderBy: { ordinal: 'asc' },
  })
  const placeOf = new Map(before.map(({ id }, place) => [id, place]))
  const after = comparable(
    rows.map(({ parent, ...row }) => ({ ...row, parent: parent === null ? undefined : parent - 1 })),
  )
  const became = rows.map(({ wasId }) => placeOf.get(wasId ?? ''))
  const places = await proposePlaces({ before, after, became }, added)
  for (const insert of insertPlaces(importId, places)) await db.$transaction(insert)
}
