import { z } from 'zod'
import { getRoute, limit, parseQuery } from '@/app/api/v1/edge'
import { findResults } from '@/lib/cycles/find-results'
import { resultCursors } from '@/lib/cycles/results'
import { respond } from '@/lib/platform/http'
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

export const GET = getRoute(query, async (actor, wanted, { id }: { id: string }) =>
  respond(await findResults(actor, id, wanted)),
)
