import { z } from 'zod'
import { getRoute, limit, parseQuery } from '@/app/api/v1/edge'
import { ReviewCursor, reviewQueue } from '@/lib/overview/review-queue'
import { respond } from '@/lib/platform/http'

/** The query of the reports that wait for a review: the place after which it continues, and the number of rows. */
const query = parseQuery(z.strictObject({ after: ReviewCursor.optional(), limit }))

export const GET = getRoute(query, async (actor, wanted) => respond(await reviewQueue(actor, wanted)))
