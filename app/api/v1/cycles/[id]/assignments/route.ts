import { z } from 'zod'
import { getRoute, limit, parseQuery } from '@/app/api/v1/edge'
import { findCycle } from '@/lib/cycles/cycle'
import { assignmentsOf, resultCursors } from '@/lib/cycles/results'
import { respond } from '@/lib/platform/http'
import { notFound, ok } from '@/lib/platform/result'
import { KnownName } from '@/lib/platform/text'
import { CycleAnswer } from '@/prisma/generated/enums'

const query = parseQuery(
  z.strictObject({
    organization: KnownName.optional(),
    answer: z.enum(CycleAnswer, 'cycle_answer_unknown').optional(),
    after: resultCursors.assignments.optional(),
    limit,
  }),
)

export const GET = getRoute(query, async (actor, wanted, { id }: { id: string }) => {
  const cycle = await findCycle(actor, id)
  return respond(cycle ? ok(await assignmentsOf(actor, cycle, wanted)) : notFound('cycle_not_found'))
})
