import { z } from 'zod'
import { createRoute, getRouteAsOf, limit, parseQuery } from '@/app/api/v1/edge'
import { documentCursors, listDocuments } from '@/lib/documents/queries'
import { addDocument } from '@/lib/registration/add-document'

const documents = parseQuery(
  z.strictObject({
    q: z.string().optional(),
    archived: z.enum(['yes'], 'archived_unknown').optional(),
    after: documentCursors.schema.optional(),
    limit,
  }),
)

export const GET = getRouteAsOf(documents, async (actor, { archived, ...wanted }) =>
  Response.json(await listDocuments(actor, { ...wanted, archived: archived === 'yes' })),
)

/** `{ code, title, date?, place?, body?, symbol?, language?, paragraphs, recommendations }` */
export const POST = createRoute(addDocument)
