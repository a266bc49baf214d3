import { z } from 'zod'
import { createRoute, getRouteAsOf, limit, parseQuery } from '@/app/api/v1/edge'
import { addGroup } from '@/lib/organizations/add-group'
import { groupCursors, pageOfGroups } from '@/lib/organizations/group-queries'

const groups = parseQuery(z.strictObject({ after: groupCursors.schema.optional(), limit }))

export const GET = getRouteAsOf(groups, async (actor, wanted) => Response.json(await pageOfGroups(actor, wanted)))

/** `{ name, slug? }` */
export const POST = createRoute(addGroup)
