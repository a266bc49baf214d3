import type { IncomingMessage, ServerResponse } from 'node:http'
import { inRequest, type RequestScope } from '@/lib/platform/request-scope'
import { failures, type PlainAnswer, plainBody } from './plain-answer'
import type { PostedFields } from './posted-form'

type Failing = {
  scope: RequestScope
  nonce: string
  methods: () => Promise<string | undefined>
  posted: () => Promise<PostedFields | undefined>
}

/**
 * Replaces the answers with which Next fails. If a page fails, Next sends an empty body for its script to fill. If a
 * route fails or does not support the method, Next sends no text at all. This sends a page that needs no script
 * instead, or a problem in the format of the API. Both contain the reference under which the log has the request.
 *
 * Next compresses answers and sends their headers before their first text. Therefore the answer is chosen when the
 * headers are sent.
 */
export function failPlainly(request: IncomingMessage, response: ServerResponse, failing: Failing) {
  const { writeHead, write, end, flushHeaders } = response
  let instead: PlainAnswer | undefined

  const decide = (status: number) => {
    response.statusCode = status
    instead ??= response.headersSent ? undefined : plainly(request, response, failing.scope)
    return instead
  }
  const send = (answer: PlainAnswer) => {
    // An answer can end outside its request, so this sets the language of the request again.
    const { type, body } = inRequest(failing.scope, () => plainBody(request, answer, failing.nonce))
    for (const name of ['content-encoding', 'content-length', 'etag', 'transfer-encoding']) response.removeHeader(name)
    Reflect.apply(writeHead, response, [answer.status, { 'content-type': type, ...answer.headers }])
    Reflect.apply(end, response, [body])
  }

  Object.assign(response, {
    writeHead(status: number, ...given: unknown[]) {
      return decide(status) ? response : Reflect.apply(writeHead, response, [response.statusCode, ...given])
    },
    flushHeaders() {
      if (!decide(response.statusCode)) Reflect.apply(flushHeaders, response, [])
    },
    write(...given: unknown[]) {
      return decide(response.statusCode) ? true : Reflect.apply(write, response, given)
    },
    end(...given: unknown[]) {
      const answer = decide(response.statusCode)
      if (!answer) return Reflect.apply(end, response, given)
      void completed(answer, response, failing).then(send)
      return response
    },
  })
}

/** Returns an answer completed with the methods that the address supports, or with the form that was sent to it. */
async function completed(answer: PlainAnswer, response: ServerResponse, { methods, posted }: Failing) {
  if (answer.status !== 405) return { ...answer, posted: answer.posted ?? (await posted()) }
  const allow = response.hasHeader('allow') ? undefined : await methods()
  return { ...answer, ...(allow && { headers: { allow } }) }
}

/** Returns the answer to send in place of Next's. Returns undefined if Next's answer should stay. */
function plainly({ url }: IncomingMessage, response: ServerResponse, scope: RequestScope): PlainAnswer | undefined {
  const { statusCode: status } = response
  const type = String(response.getHeader('content-type') ?? '')
  const api = url?.startsWith('/api/')
  if (status === 405 && api && !type) return { status, code: 'method_unknown' }
  // Without script, this means that the form belongs to a build that no longer exists.
  if (status === 409 && !api && type === 'text/plain') return { status, code: 'form_outdated' }
  if (status === 401 && scope.signedOutForm) return { status, code: 'form_signed_out', posted: scope.signedOutForm }
  if (status === 413 && !api && !type) return { status, code: 'form_too_large_to_keep' }
  if (status !== 500 || type.includes('json')) return undefined

  const answer = failures[scope.failure ?? 'ours']
  // Answers to the script of a form or a page stay as Next wrote them: they lead to the error page.
  if (type.startsWith('text/x-component')) response.statusCode = answer.status
  return type.startsWith('text/x-component') ? undefined : { ...answer, reference: scope.reference }
}
