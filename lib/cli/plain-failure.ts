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
 * Next answers a page of ours that failed with an empty body, for its script to fill, and says nothing at all where a
 * route failed or doesn't take the method. In place of it goes a page that needs no script, or a problem as the API has
 * them, with the reference under which the log has the request.
 *
 * Next compresses answers, and sends their headers before their first words: so what goes out is decided when the headers
 * do.
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
    // An answer may end outside of its request: the words are those of the request's language.
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

/** An answer with the methods that an address takes, or the form that was sent to it, where those belong to it. */
async function completed(answer: PlainAnswer, response: ServerResponse, { methods, posted }: Failing) {
  if (answer.status !== 405) return { ...answer, posted: await posted() }
  const allow = response.hasHeader('allow') ? undefined : await methods()
  return { ...answer, ...(allow && { headers: { allow } }) }
}

/** What to say in place of an answer of Next's; nothing where the answer is as good as it gets. */
function plainly({ url }: IncomingMessage, response: ServerResponse, scope: RequestScope): PlainAnswer | undefined {
  const { statusCode: status } = response
  const type = String(response.getHeader('content-type') ?? '')
  const api = url?.startsWith('/api/')
  if (status === 405 && api && !type) return { status, code: 'method_unknown' }
  // Without script: the form is of a build that is gone.
  if (status === 409 && !api && type === 'text/plain') return { status, code: 'form_outdated' }
  if (status !== 500 || type.includes('json')) return undefined

  const answer = failures[scope.failure ?? 'ours']
  // What a form's script or a page's script reads stays as Next wrote it: it leads to the error page.
  if (type.startsWith('text/x-component')) response.statusCode = answer.status
  return type.startsWith('text/x-component') ? undefined : { ...answer, reference: scope.reference }
}
