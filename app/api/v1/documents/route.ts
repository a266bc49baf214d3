import { z } from 'zod'
import { asking, limit, making, reading } from '@/app/api/v1/edge'
import { documentCursors, listDocuments } from '@/lib/documents/queries'
import { addDocument } from '@/lib/recommendations/add-document'

const documents = asking(
  z.strictObject({
    q: z.string().optional(),
    archived: z.enum(['yes'], 'archived_unknown').optional(),
    after: documentCursors.asked.optional(),
    limit,
  }),
)

export const GET = reading(documents, async (actor, { archived, ...wanted }) =>
  Response.json(await listDocuments(actor, { ...wanted, archived: archived === 'yes' })),
)

/** `{ code, title, date?, place?, body?, symbol?, language?, paragraphs, recommendations }` */
export const POST = making(addDocument)
