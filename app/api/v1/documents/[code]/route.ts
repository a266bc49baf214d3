import { z } from 'zod'
import { getRouteAsOf, parseQuery, updateRoute } from '@/app/api/v1/edge'
import { editDocument } from '@/lib/documents/edit-document'
import { paragraphCursors } from '@/lib/documents/paragraphs'
import { findDocument } from '@/lib/documents/queries'
import { respond } from '@/lib/platform/http'
import { found } from '@/lib/platform/result'
import { wholeNumber } from '@/lib/platform/whole-number'

const query = parseQuery(
  z.strictObject({
    edition: wholeNumber('field_unreadable', 1).optional(),
    after: paragraphCursors.schema.optional(),
  }),
)

export const GET = getRouteAsOf(query, async (actor, wanted, { code }: { code: string }) =>
  respond(found(await findDocument(actor, code, wanted), 'document_not_found')),
)

/** `{ title?, symbol?, body?, date?, place?, language?, version }`; `null` clears a detail. */
export const PATCH = updateRoute(editDocument, ({ code }: { code: string }) => ({ code }))
