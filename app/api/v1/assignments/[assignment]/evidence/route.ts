import { createRoute, uploadRoute } from '@/app/api/v1/edge'
import { addFile } from '@/lib/evidence/add-file'
import { addLink } from '@/lib/evidence/add-link'
import { isMultipart } from '@/lib/platform/receive-form'

type Path = { assignment: string }

const fromPath = ({ assignment }: Path) => ({ assignmentId: assignment })
const addLinkTo = createRoute(addLink, fromPath)
const addFileTo = uploadRoute(addFile, fromPath)

/**
 * A multipart form `{ file, title?, from?, to?, audience? }`, or JSON `{ url, title?, from?, to?, audience? }`, returns
 * `{ id, sha256, scan }`.
 */
export const POST = (request: Request, context: { params: Promise<Path> }) =>
  isMultipart(request) ? addFileTo(request, context) : addLinkTo(request, context)
