import 'server-only'
import type { Change } from '@/lib/history/change'
import { type Readers, sha256 } from '@/lib/history/events'
import { readIn } from '@/lib/platform/db'
import { raw, sql } from '@/lib/platform/sql'
import type { Audience, PlaceState } from '@/prisma/generated/enums'
import { stands } from './place-shape'

export type StoredPlace = {
  id: string
  recommendationId: string | null
  annotationId: string | null
  /** The recommendation of an annotation. */
  aboutId: string | null
  audience: Audience | null
  organizationId: string | null
  paragraphId: string | null
  start: number | null
  end: number | null
  quote: string | null
  state: PlaceState
  decidedById: string
}

type Published = { importId: string; editionId: string; number: number }

/** Writes where recommendations and annotations stand in a new edition, as it was decided, with an event for each. */
export async function storePlaces({ tx, record }: Change, { importId, editionId, number }: Published) {
  await tx.$executeRaw`
    insert into places (id, recommendation_id, annotation_id, edition_id, paragraph_id, start, "end", quote, state,
      decided_by_id, decided_at)
    select x.id, x.recommendation_id, x.annotation_id, ${editionId}::uuid, p.id, x.start, x."end", x.quote, x.state,
      x.decided_by_id, x.decided_at
    from import_places x left join paragraphs p on p.edition_id = ${editionId}::uuid and p.ordinal = x.paragraph
    where x.import_id = ${importId}::uuid and ${raw(stands)}`
  const places = await readIn<StoredPlace>(
    tx,
    'edition-places',
    sql`
    select x.id, x.recommendation_id as "recommendationId", x.annotation_id as "annotationId",
      n.recommendation_id as "aboutId", n.audience, n.organization_id as "organizationId",
      x.paragraph_id as "paragraphId", x.start, x."end", x.quote, x.state, x.decided_by_id as "decidedById"
    from places x left join annotations n on n.id = x.annotation_id
    where x.edition_id = ${editionId}::uuid order by x.id`,
  )
  for (const place of places) {
    const { recommendationId, annotationId, aboutId } = place
    const body = { before: null, after: { edition: number, place: placeInEvent(place) } }
    if (recommendationId !== null) {
      record({ kind: 'recommendation.placed', subjectId: recommendationId, recommendationId, body })
    } else if (annotationId !== null) {
      record({ kind: 'annotation.placed', subjectId: annotationId, recommendationId: aboutId, body }, readersOf(place))
    }
  }
  return places
}

const placeInEvent = ({ id, paragraphId, start, end, quote, state, decidedById }: StoredPlace) => ({
  id,
  paragraphId,
  start,
  end,
  quote: quote === null ? null : sha256(quote),
  state,
  decidedById,
})

function readersOf({ audience, organizationId }: StoredPlace): Readers {
  if (audience === 'organization' && organizationId !== null) return { audience, organizationId }
  return { audience: audience === 'public' ? 'public' : 'internal' }
}
