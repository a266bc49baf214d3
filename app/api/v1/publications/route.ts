import { z } from 'zod'
import { createRoute, getRoute, limit, parseQuery } from '@/app/api/v1/edge'
import { listPublications, PublicationCursor } from '@/lib/publications/queries'
import { requestPublication } from '@/lib/publications/request-publication'

const query = parseQuery(z.strictObject({ after: PublicationCursor.optional(), limit }))

export const GET = getRoute(query, async (actor, wanted) => Response.json(await listPublications(actor, wanted)))

/** `{ scope?, asOf?, sections?, layout?, language?, content?, title? }` */
export const POST = createRoute(requestPublication, () => ({}), 202)
