import { z } from 'zod'
import { createRoute, getRoute, limit, parseQuery } from '@/app/api/v1/edge'
import { addCycle } from '@/lib/cycles/add-cycle'
import { CycleCursor, listCycles } from '@/lib/cycles/list-cycles'

const query = parseQuery(z.strictObject({ after: CycleCursor.optional(), limit }))

export const GET = getRoute(query, async (actor, wanted) => Response.json(await listCycles(actor, wanted)))

/** `{ name, asks?, opensOn, closesOn, document?, organizations?, groups? }` */
export const POST = createRoute(addCycle)
