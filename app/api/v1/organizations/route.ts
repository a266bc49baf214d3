import { z } from 'zod'
import { createRoute, getRouteAsOf, limit, parseQuery } from '@/app/api/v1/edge'
import { addOrganization } from '@/lib/organizations/add-organization'
import { listOrganizations, organizationCursors } from '@/lib/organizations/queries'

const organizations = parseQuery(
  z.strictObject({
    q: z.string().optional(),
    show: z.enum(['assigned', 'overdue', 'archived'], 'show_unknown').optional(),
    after: organizationCursors.schema.optional(),
    limit,
  }),
)

export const GET = getRouteAsOf(organizations, async (actor, wanted) =>
  Response.json(await listOrganizations(actor, wanted)),
)

/** `{ name, slug? }` */
export const POST = createRoute(addOrganization)
