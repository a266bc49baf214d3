import { z } from 'zod'
import { createRoute, getRoute, limit, parseQuery } from '@/app/api/v1/edge'
import { addCandidate } from '@/lib/imports/add-candidate'
import { candidateCursors, listCandidates } from '@/lib/imports/contents'
import { respond } from '@/lib/platform/http'
import { wholeNumber } from '@/lib/platform/whole-number'

type Path = { id: string }

const query = parseQuery(
  z.strictObject({
    section: wholeNumber('section_unreadable', 1).optional(),
    after: candidateCursors.schema.optional(),
    limit,
  }),
)

export const GET = getRoute(query, async (actor, wanted, { id }: Path) =>
  respond(await listCandidates(actor, id, wanted)),
)

/** `{ paragraph, start, end, title?, kind?, addressees?, themes?, dueOn? }` */
export const POST = createRoute(addCandidate, ({ id }: Path) => ({ importId: id }))
