import { createRoute, uploadRoute } from '@/app/api/v1/edge'
import { receiveImport, receiveText } from '@/lib/imports/receive-import'
import { isMultipart } from '@/lib/platform/receive-form'

/** Reading happens after the answer. */
const accepted = 202

const receiveFile = uploadRoute(receiveImport, () => ({}), accepted)
const receivePasted = createRoute(receiveText, () => ({}), accepted)

/**
 * A multipart form `{ file, code?, title?, symbol?, body?, date?, place?, language?, again? }`, or JSON with `text` in
 * place of the file, returns `{ id, address, earlier? }`.
 */
export const POST = (request: Request, context: { params: Promise<Record<string, never>> }) =>
  isMultipart(request) ? receiveFile(request, context) : receivePasted(request, context)
