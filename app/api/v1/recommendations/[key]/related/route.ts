import { getRoute, noQuery } from '@/app/api/v1/edge'
import { respond } from '@/lib/platform/http'
import { notFound, ok } from '@/lib/platform/result'
import { KnownName } from '@/lib/platform/text'
import { findRecommendation } from '@/lib/recommendations/find'
import { relatedTo } from '@/lib/relations/related'

/** The recommendations that are linked to one, then those that say the same or nearly the same. */
export const GET = getRoute(noQuery, async (actor, _, { key: written }: { key: string }) => {
  const key = KnownName.parse(written)
  const one = await findRecommendation(actor, key)
  return respond(one ? ok({ items: await relatedTo(actor, key) }) : notFound('recommendation_not_found'))
})
