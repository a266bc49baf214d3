import { z } from 'zod'
import { asking, limit, making, reading } from '@/app/api/v1/edge'
import { addOrganization } from '@/lib/organizations/add-organization'
import { listOrganizations, organizationCursors } from '@/lib/organizations/queries'

const organizations = asking(
  z.strictObject({
    q: z.string().optional(),
    show: z.enum(['assigned', 'overdue', 'archived'], 'show_unknown').optional(),
    after: organizationCursors.asked.optional(),
    limit,
  }),
)

export const GET = reading(organizations, async (actor, wanted) =>
  Response.json(await listOrganizations(actor, wanted)),
)

/** `{ name, slug? }` */
export const POST = making(addOrganization)
