import { z } from 'zod'
import { asking, limit, making, reading } from '@/app/api/v1/edge'
import { addGroup } from '@/lib/organizations/add-group'
import { groupCursors, pageOfGroups } from '@/lib/organizations/group-queries'

const groups = asking(z.strictObject({ after: groupCursors.asked.optional(), limit }))

export const GET = reading(groups, async (actor, wanted) => Response.json(await pageOfGroups(actor, wanted)))

/** `{ name, slug? }` */
export const POST = making(addGroup)
