import { z } from 'zod'
import { getRouteAsOf, limit, parseQuery, updateRoute } from '@/app/api/v1/edge'
import { respondText } from '@/lib/platform/http'
import { found } from '@/lib/platform/result'
import { KnownName } from '@/lib/platform/text'
import { editRecommendation } from '@/lib/recommendations/edit-recommendation'
import { findRemoved } from '@/lib/recommendations/find-removed'
import { removeRecommendation } from '@/lib/recommendations/remove-recommendation'
import { annotationCursors, assignmentCursors, recommendationAsJson } from '@/lib/register/recommendation'

type Path = { key: string }

/** `limit` and `after` are of its assignments. */
const Query = z.strictObject({
  limit: limit.removeDefault().default(200),
  after: assignmentCursors.schema.optional(),
  annotationsAfter: annotationCursors.schema.optional(),
})

export const GET = getRouteAsOf(parseQuery(Query), async (actor, wanted, { key }: Path) => {
  const json = await recommendationAsJson(actor, key, wanted)
  const removed = json === undefined && (await findRemoved(actor, KnownName.parse(key)))
  return respondText(found(json, removed ? 'recommendation_was_removed' : 'recommendation_not_found'))
})

/** `{ title?, kind?, themes?, addressees?, version }` */
export const PATCH = updateRoute(editRecommendation, ({ key }: Path) => ({ key }))

/** Returns the removed recommendation. Refused once there is work on it. */
export const DELETE = updateRoute(removeRecommendation, ({ key }: Path) => ({ key }))
