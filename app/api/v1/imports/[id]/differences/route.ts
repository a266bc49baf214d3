import { z } from 'zod'
import { getRoute, limit, parseQuery } from '@/app/api/v1/edge'
import { Difference } from '@/lib/imports/edition-filters'
import { differenceCursors, listDifferences } from '@/lib/imports/list-differences'
import { respond } from '@/lib/platform/http'

type Path = { id: string }

const query = parseQuery(
  z.strictObject({ kind: Difference.default('changed'), after: differenceCursors.schema.optional(), limit }),
)

export const GET = getRoute(query, async (actor, wanted, { id }: Path) =>
  respond(await listDifferences(actor, id, wanted)),
)
