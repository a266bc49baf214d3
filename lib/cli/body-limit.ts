import type { IncomingMessage, ServerResponse } from 'node:http'

/** Enough for the text of the longest report, pasted whole. next.config.js gives forms the same. */
const largestBody = 4 * 1024 * 1024

/** Refuses a body that is too large, or that doesn't say how large it is, before any of it is read. */
export function refuseBody({ headers }: IncomingMessage, response: ServerResponse) {
  const status = headers['transfer-encoding'] ? 411 : Number(headers['content-length'] ?? 0) > largestBody ? 413 : null
  if (status === null) return false

  const detail = status === 413 ? 'Send at most 4 MB at once.' : 'Say how long the body is (Content-Length).'
  response.writeHead(status, { 'content-type': 'application/problem+json', connection: 'close' })
  response.end(JSON.stringify({ status, detail }))
  return true
}
