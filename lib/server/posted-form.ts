import type { IncomingMessage } from 'node:http'
import { setTimeout as pause } from 'node:timers/promises'
import { isUpload } from './request-bounds'

/** The fields of a form as they were posted, in order. Files are left out, because no page can return them. */
export type PostedFields = [name: string, value: string][]

const patience = 10_000

/**
 * Keeps the form that a browser without script posts, while the pages read it. Returns a function that reads its
 * fields. It returns none if the request is not such a form, cannot be read, or contains a password, which is never
 * sent back.
 */
export function keepPosted(request: IncomingMessage): () => Promise<PostedFields | undefined> {
  if (!isPlainForm(request)) return async () => undefined
  const chunks: Buffer[] = []
  const { push } = request
  request.push = (chunk: Buffer | null, encoding?: BufferEncoding) => {
    if (chunk !== null) chunks.push(chunk)
    return push.call(request, chunk, encoding)
  }
  return async () => {
    if (!(await isComplete(request))) return undefined
    const headers = { 'content-type': request.headers['content-type'] ?? '' }
    const form = await new Response(Buffer.concat(chunks), { headers }).formData().catch(() => undefined)
    return form && fieldsOf(form)
  }
}

/**
 * Returns whether to keep the body of a request. With script, the page stays as it is, and programs keep their own
 * texts. A body in chunks is kept only after it was read in full, because its size is unknown until then.
 */
const isPlainForm = ({ method, url, headers }: IncomingMessage) =>
  method === 'POST' &&
  !isUpload({ method, url, headers }) &&
  !url?.startsWith('/api/') &&
  headers['next-action'] === undefined &&
  headers['transfer-encoding'] === undefined &&
  /^(multipart\/form-data|application\/x-www-form-urlencoded)\b/i.test(headers['content-type'] ?? '')

/** Returns whether the whole request has arrived. Reads the part that nothing else has read. */
async function isComplete(request: IncomingMessage) {
  if (!request.complete) {
    const closed = new Promise((resolve) => request.once('end', resolve).once('close', resolve).resume())
    await Promise.race([closed, pause(patience, undefined, { ref: false })])
  }
  return request.complete
}

function fieldsOf(form: FormData): PostedFields | undefined {
  const fields = [...form].flatMap(([name, value]): PostedFields => (typeof value === 'string' ? [[name, value]] : []))
  return fields.some(([name]) => /password/i.test(name)) ? undefined : fields
}
