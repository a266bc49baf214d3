import type { IncomingMessage } from 'node:http'
import { parseAndValidateFlightRouterState } from 'next/dist/server/app-render/parse-and-validate-flight-router-state'
import { sameOrigin } from '@/lib/platform/same-origin'
import { hasTooManyParameters } from './bounds'
import type { PlainAnswer } from './plain-answer'

/** Enough for the text of the longest report, pasted whole. next.config.js gives forms the same. */
export const largestBody = 4 * 1024 * 1024

const methods = { page: ['GET', 'HEAD', 'POST'], api: ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'] }

const isApi = (url = '') => /^\/api(\/|$)/.test(url)

/** What is refused before any page or route sees it, because none could read it. */
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

/** A route of the API says itself which methods it takes, of those that any of them may. */
function refusedMethod({ method = '', url }: IncomingMessage): PlainAnswer | undefined {
  const allowed = isApi(url) ? methods.api : methods.page
  if (allowed.includes(method)) return undefined
  const answer: PlainAnswer = { status: 405, code: isApi(url) ? 'method_unknown' : 'method_of_page_unknown' }
  return isApi(url) ? answer : { ...answer, headers: { allow: allowed.join(', ') } }
}

/** What is answered to a body that is too large; the rest of it is not read. */
export const bodyTooLarge: PlainAnswer = { status: 413, code: 'body_too_large', headers: { connection: 'close' } }

/** What is answered to a body that cannot be read; the rest of it is not read. */
export const unreadable: PlainAnswer = { status: 400, code: 'request_unreadable', headers: { connection: 'close' } }

/** What is answered to a form with more fields than any page has. */
export const tooManyFields: PlainAnswer = { status: 413, code: 'fields_too_many' }

/**
 * A body that says that it is too large is refused before any of it is read; so is one that a proxy before us may have
 * read otherwise: where it ends must be said in one way.
 */
function refusedBody({ headers, httpVersion }: IncomingMessage): PlainAnswer | undefined {
  const { 'transfer-encoding': coding, 'content-length': length } = headers
  const chunked = coding?.toLowerCase() === 'chunked' && length === undefined && httpVersion === '1.1'
  if (coding !== undefined && !chunked) return unreadable
  return Number(length ?? 0) > largestBody ? bodyTooLarge : undefined
}

/** A form of another site's: the API asks for itself, since there a token needs no page. */
function refusedSender({ method, url, headers }: IncomingMessage): PlainAnswer | undefined {
  if (method !== 'POST' || isApi(url)) return undefined
  const said = new Headers()
  for (const name of ['origin', 'sec-fetch-site'] as const) {
    const value = headers[name]
    if (value !== undefined) said.set(name, String(value))
  }
  return sameOrigin(said) ? undefined : { status: 403, code: 'cross_site' }
}
