import { z } from 'zod'
import { getRoute, limit, parseQuery } from '@/app/api/v1/edge'
import { myWork } from '@/lib/overview/my-work'
import { respond } from '@/lib/platform/http'

/** The query of the open work: the place after which it continues, and the number of rows. */
const query = parseQuery(z.strictObject({ after: z.string().optional(), limit }))

export const GET = getRoute(query, async (actor, wanted) => respond(await myWork(actor, wanted)))
