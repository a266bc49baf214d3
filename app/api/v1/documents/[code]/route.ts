import { getRoute, noQuery, updateRoute } from '@/app/api/v1/edge'
import { editDocument } from '@/lib/documents/edit-document'
import { findDocument } from '@/lib/documents/queries'
import { respond } from '@/lib/platform/http'
import { found } from '@/lib/platform/result'

export const GET = getRoute(noQuery, async (actor, _, { code }: { code: string }) =>
  respond(found(await findDocument(actor, code), 'document_not_found')),
)

/** `{ title?, symbol?, body?, date?, place?, language?, version }`; `null` clears a detail. */
export const PATCH = updateRoute(editDocument, ({ code }: { code: string }) => ({ code }))
