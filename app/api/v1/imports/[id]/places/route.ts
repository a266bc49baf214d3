import { z } from 'zod'
import { getRoute, limit, parseQuery } from '@/app/api/v1/edge'
import { ShownPlaces } from '@/lib/imports/edition-filters'
import { listPlaces, placeCursors } from '@/lib/imports/list-places'
import { respond } from '@/lib/platform/http'

type Path = { id: string }

const query = parseQuery(z.strictObject({ show: ShownPlaces.optional(), after: placeCursors.schema.optional(), limit }))

export const GET = getRoute(query, async (actor, wanted, { id }: Path) => respond(await listPlaces(actor, id, wanted)))
