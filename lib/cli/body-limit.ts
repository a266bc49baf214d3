import type { IncomingMessage, ServerResponse } from 'node:http'
import { problemOf, problemType } from '@/lib/platform/problem'

/** Enough for the text of the longest report, pasted whole. next.config.js gives forms the same. */
const largestBody = 4 * 1024 * 1024

/** Refuses a body that is too large, or that doesn't say how large it is, before any of it is read. */
export function refuseBody({ headers }: IncomingMessage, response: ServerResponse) {
  const tooLarge = Number(headers['content-length'] ?? 0) > largestBody
  if (!headers['transfer-encoding'] && !tooLarge) return false

  const problem = headers['transfer-encoding'] ? problemOf(411, 'length_missing') : problemOf(413, 'body_too_large')
  response.writeHead(problem.status, { 'content-type': problemType, connection: 'close' })
  response.end(JSON.stringify(problem))
  return true
}
