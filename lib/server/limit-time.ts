import type { IncomingMessage, ServerResponse } from 'node:http'
import { isUpload } from './request-bounds'

/** How long a request may take to arrive, in milliseconds. A file of 50 MB at 50 kB/s takes 17 minutes. */
const longest = { request: 60_000, upload: 30 * 60_000 }

/** How long an upload may pause, in milliseconds. */
const longestPause = 30_000

/**
 * Ends a request that does not arrive in time, with 408 if nothing was answered yet. The server of Node has one limit
 * for all requests, which uploads could not keep.
 */
export function limitTime(request: IncomingMessage, response: ServerResponse) {
  const upload = isUpload(request)
  const end = () => {
    if (request.complete) return
    if (response.headersSent) request.destroy()
    else response.writeHead(408, { connection: 'close' }).end(() => request.destroy())
  }
  const whole = setTimeout(end, upload ? longest.upload : longest.request).unref()
  const part = upload ? endPauses(request, end) : undefined
  response.once('close', () => {
    clearTimeout(whole)
    clearTimeout(part)
  })
}

/** Calls `end` if nothing arrives for too long. */
function endPauses(request: IncomingMessage, end: () => void) {
  const { push } = request
  const pausing = setTimeout(end, longestPause).unref()
  request.push = (chunk: Buffer | null, encoding?: BufferEncoding) => {
    pausing.refresh()
    return push.call(request, chunk, encoding)
  }
  return pausing
}
