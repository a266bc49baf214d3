import type { IncomingMessage } from 'node:http'
import { parseAndValidateFlightRouterState } from 'next/dist/server/app-render/parse-and-validate-flight-router-state'
import { sameOrigin } from '@/lib/platform/same-origin'
import type { PlainAnswer } from './plain-answer'
import { hasTooManyParameters, isUpload } from './request-bounds'

/**
 * The largest body in bytes, enough for the text of the longest report. next.config.js sets the same limit for forms.
 */
export const largestBody = 4 * 1024 * 1024

/**
 * The largest upload in bytes. A file is refused from 50 MB on, but its sender only reads why if all of it was sent, so
 * the rest is read and thrown away.
 */
const largestUpload = 256 * 1024 * 1024

const methods = { page: ['GET', 'HEAD', 'POST'], api: ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'] }

const isApi = (url = '') => /^\/api(\/|$)/.test(url)

/** Returns the answer to a request that no page or route could read. It is refused before they see it. */
export function refusalOf(request: IncomingMessage): PlainAnswer | undefined {
  return malformed(request) ?? refusedMethod(request) ?? refusedBody(request) ?? refusedSender(request)
}

function malformed({ url = '', headers, headersDistinct }: IncomingMessage): PlainAnswer | undefined {
  const twice = ['host', 'origin', 'authorization', 'content-type'].some(
    (name) => (headersDistinct[name]?.length ?? 0) > 1,
  )
  if (twice || !url.startsWith('/') || hasTooManyParameters(url)) return { status: 400, code: 'request_unreadable' }
  try {
    parseAndValidateFlightRouterState(headers['next-router-state-tree'])
    return undefined
  } catch {
    return { status: 400, code: 'request_unreadable' }
  }
}

/**
 * Refuses methods that no route of the API and no page supports. Each route of the API decides which of the others it
 * supports.
 */
function refusedMethod({ method = '', url }: IncomingMessage): PlainAnswer | undefined {
  const allowed = isApi(url) ? methods.api : methods.page
  if (allowed.includes(method)) return undefined
  const answer: PlainAnswer = { status: 405, code: isApi(url) ? 'method_unknown' : 'method_of_page_unknown' }
  return isApi(url) ? answer : { ...answer, headers: { allow: allowed.join(', ') } }
}

/** The answer to a body that is too large. The rest of the body is not read. */
export const bodyTooLarge: PlainAnswer = { status: 413, code: 'body_too_large', headers: { connection: 'close' } }

/** The answer to a body that cannot be read. The rest of the body is not read. */
export const unreadable: PlainAnswer = { status: 400, code: 'request_unreadable', headers: { connection: 'close' } }

/** The answer to a form with more fields than any page has. */
export const tooManyFields: PlainAnswer = { status: 413, code: 'fields_too_many' }

/**
 * Refuses a body whose declared length is too large before any of it is read. Also refuses a body whose end is declared
 * in more than one way, because a proxy in front of us may have read it differently.
 */
function refusedBody(request: IncomingMessage): PlainAnswer | undefined {
  const { headers, httpVersion } = request
  const { 'transfer-encoding': coding, 'content-length': length } = headers
  const chunked = coding?.toLowerCase() === 'chunked' && length === undefined && httpVersion === '1.1'
  if (coding !== undefined && !chunked) return unreadable
  return Number(length ?? 0) > (isUpload(request) ? largestUpload : largestBody) ? bodyTooLarge : undefined
}

/** Refuses a form from another site. The API checks this itself, because a request with a token comes from no page. */
function refusedSender({ method, url, headers: received }: IncomingMessage): PlainAnswer | undefined {
  if (method !== 'POST' || isApi(url)) return undefined
  const headers = new Headers()
  for (const name of ['origin', 'sec-fetch-site'] as const) {
    const value = received[name]
    if (value !== undefined) headers.set(name, String(value))
  }
  return sameOrigin(headers) ? undefined : { status: 403, code: 'cross_site' }
}
