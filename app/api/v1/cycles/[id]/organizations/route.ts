import { z } from 'zod'
import { getRoute, limit, parseQuery } from '@/app/api/v1/edge'
import { findCycle } from '@/lib/cycles/cycle'
import { organizationsOf, resultCursors } from '@/lib/cycles/results'
import { respond } from '@/lib/platform/http'
import { notFound, ok } from '@/lib/platform/result'

const query = parseQuery(z.strictObject({ after: resultCursors.organizations.optional(), limit }))

export const GET = getRoute(query, async (actor, wanted, { id }: { id: string }) => {
  const cycle = await findCycle(actor, id)
  return respond(cycle ? ok(await organizationsOf(actor, cycle, wanted)) : notFound('cycle_not_found'))
})
