import { z } from 'zod'
import { getRoute, parseQuery, updateRoute } from '@/app/api/v1/edge'
import { contentCursors, findImportInFull } from '@/lib/imports/contents'
import { editImport } from '@/lib/imports/edit-import'
import { respond } from '@/lib/platform/http'

type Path = { id: string }

const query = parseQuery(z.strictObject({ after: contentCursors.schema.optional() }))

export const GET = getRoute(query, async (actor, { after }, { id }: Path) =>
  respond(await findImportInFull(actor, id, after)),
)

/** `{ code?, title?, symbol?, body?, date?, place?, language?, version }` */
export const PATCH = updateRoute(editImport, ({ id }: Path) => ({ id }))
