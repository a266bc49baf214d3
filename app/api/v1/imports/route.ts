import { z } from 'zod'
import { getRoute, limit, parseQuery } from '@/app/api/v1/edge'
import { importCursors, ListedState, listImports } from '@/lib/imports/queries'
import { respond } from '@/lib/platform/http'

const query = parseQuery(
  z.strictObject({ state: ListedState.optional(), after: importCursors.schema.optional(), limit }),
)

export const GET = getRoute(query, async (actor, wanted) => respond(await listImports(actor, wanted)))
