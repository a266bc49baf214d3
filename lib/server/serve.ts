import { randomBytes, randomUUID } from 'node:crypto'
import { createServer, IncomingMessage, ServerResponse } from 'node:http'
import { Socket } from 'node:net'
import type { Duplex } from 'node:stream'
import { setTimeout as pause } from 'node:timers/promises'
import next from 'next'
import type { Environment } from '@/lib/platform/environment'
import { strictHeaders } from '@/lib/platform/headers'
import { preferredLanguage } from '@/lib/platform/languages'
import { log } from '@/lib/platform/log'
import { clientAddress, originAt, within } from '@/lib/platform/network'
import { inRequest, type RequestScope } from '@/lib/platform/request-scope'
import { factsIn, logSecurity } from '@/lib/platform/security-log'
import { limitTime } from './limit-time'
import { sendPlainly } from './plain-answer'
import { failPlainly } from './plain-failure'
import { keepPosted } from './posted-form'
import { rateLimit } from './rate-limit'
import { readWhole } from './read-body'
import { pathOf, readableAddress } from './readable-address'
import { bodyTooLarge, largestBody, refusalOf, tooManyFields, unreadable } from './refuse-request'
import { boundHeaders, hasTooManyFields, isForm } from './request-bounds'

const limits = {
  maxHeaderSize: 16 * 1024,
  headersTimeout: 15_000,
  // `limitTime` has a limit for each kind of request.
  requestTimeout: 0,
  // Longer than the time for which proxies keep connections, so that no proxy sends a request into one that we are
  // closing.
  keepAliveTimeout: 75_000,
}

const patience = 5_000

type Handle = (request: IncomingMessage, response: ServerResponse) => Promise<unknown>

/**
 * Serves the pages in this process. Returns a function to stop: it accepts no new requests and gives running ones 5
 * seconds.
 */
export async function serve(settings: Environment, origin: string, developing: boolean) {
  const { HOST: hostname, PORT: port } = settings
  // The address at which Next requests the page that an action leads to. It must not go through a proxy or a public
  // name.
  process.env.__NEXT_PRIVATE_ORIGIN = originAt(hostname, port)
  // Next listens for upgrades on the server that it gets and leaves them unanswered. In production it gets an unused
  // one.
  const unused = developing ? {} : { httpServer: createServer() }
  const pages = next({ dev: developing, dir: process.cwd(), hostname, port, quiet: true, ...unused })
  await pages.prepare()

  const server = createServer(limits, guarded(answerer(settings, origin, developing, pages.getRequestHandler())))
  server.on('connect', (_, socket) => socket.end('HTTP/1.1 405 Method Not Allowed\r\nConnection: close\r\n\r\n'))
  if (developing) {
    const upgrade = pages.getUpgradeHandler()
    server.on('upgrade', (request: IncomingMessage, socket: Duplex, head: Buffer) => upgrade(request, socket, head))
  }

  await new Promise<void>((resolve, reject) => {
    server.once('error', reject).listen(port, hostname, resolve)
  })
  return async function stop() {
    const closed = new Promise((resolve) => server.close(resolve))
    // A browser keeps its connection open after the answer, and only then is the connection idle.
    const sweeping = setInterval(() => server.closeIdleConnections(), 50)
    await Promise.race([closed, pause(patience)])
    clearInterval(sweeping)
    server.closeAllConnections()
    if (developing) await pages.close()
  }
}

/** Refuses requests that cannot be answered, and passes the others to Next. */
function answerer(settings: Environment, origin: string, developing: boolean, handle: Handle) {
  const dress = dresser(settings, origin, developing)
  const take = rateLimit(settings.RATE_LIMIT)

  return async (request: IncomingMessage, response: ServerResponse) => {
    const { reference, nonce } = dress(request, response)
    const scope: RequestScope = {
      reference,
      reached: false,
      language: preferredLanguage(request.headers['accept-language'] ?? ''),
      setHeader: (name, value) => response.headersSent || response.setHeader(name, value),
      setStatus: (status) => {
        if (!response.headersSent) response.statusCode = status
      },
    }
    await inRequest(scope, () => answerWithin(scope, request, response, nonce))
  }

  async function answerWithin(scope: RequestScope, request: IncomingMessage, response: ServerResponse, nonce: string) {
    const refused = refusalOf(request)
    const methods = () => methodsOf(handle, request)
    if (refused?.status === 405 && !refused.headers) refused.headers = { allow: (await methods()) ?? '' }
    if (refused) return sendPlainly(request, response, refused, nonce)

    limitTime(request, response)
    const posted = keepPosted(request)
    const { wait, spared, account, settle } = await take(request)
    if (wait !== undefined) {
      const get = (name: string) => request.headers[name]?.toString() ?? null
      await logSecurity('too_many_requests', { actor: account, ...factsIn({ get }) })
      const headers = { 'retry-after': String(wait) }
      const answer = { status: 429, code: 'too_many_requests', headers } as const
      return sendPlainly(request, response, { ...answer, posted: spared ? await posted() : undefined }, nonce)
    }
    const whole = await readWhole(request, largestBody)
    if (whole === 'gone') return
    if (whole === 'too_large') return sendPlainly(request, response, bodyTooLarge, nonce)
    if (whole === 'too_fine') return sendPlainly(request, response, unreadable, nonce)
    if (whole.body && isForm(whole) && hasTooManyFields(whole, whole.body)) {
      return sendPlainly(request, response, tooManyFields, nonce)
    }

    response.once('close', () => settle(scope))
    failPlainly(whole, response, { scope, nonce, methods, posted: whole === request ? posted : keepPosted(whole) })
    await handle(whole, response)
  }
}

/** Answers a request even if its handler throws. An error before the pages is an error of ours too. */
const guarded = (answer: Handle) => async (request: IncomingMessage, response: ServerResponse) => {
  try {
    await answer(request, response)
  } catch (error) {
    log.error({ stack: error instanceof Error ? error.stack : String(error) }, 'A request could not be answered.')
    if (response.headersSent) response.destroy()
    else response.writeHead(500).end()
  }
}

/** Asks an address of the API which methods it supports. */
async function methodsOf(handle: Handle, { url = '/', headers: { host = '' } }: IncomingMessage) {
  const question = Object.assign(new IncomingMessage(new Socket()), { method: 'OPTIONS', url, headers: { host } })
  const answer = new ServerResponse(question)
  await handle(question, answer)
  return answer.getHeader('allow')?.toString()
}

/** Sets the headers of a request and its answer before anything reads them. */
function dresser({ OIDC_ISSUER, TRUSTED_PROXIES }: Environment, origin: string, developing: boolean) {
  const provider = OIDC_ISSUER ? new URL(OIDC_ISSUER).origin : null
  const secure = origin.startsWith('https:')
  const { host } = new URL(origin)
  const trusted = within(TRUSTED_PROXIES)

  return (request: IncomingMessage, response: ServerResponse) => {
    const { headers, socket } = request
    boundHeaders(headers)
    const url = readableAddress(pathOf(request.url ?? '/'))
    request.url = url
    const peer = socket.remoteAddress ?? ''
    headers['x-forwarded-for'] = clientAddress(peer, String(headers['x-forwarded-for'] ?? ''), trusted)
    // The address is set by NEXTAUTH_URL, so the headers of a client or a proxy cannot change it.
    headers.host = host
    for (const name of ['host', 'proto', 'port', 'server']) delete headers[`x-forwarded-${name}`]

    // After signing in, people return to the page that they asked for. A page does not know its own address.
    headers['x-path'] = url

    const reference = randomUUID()
    headers['x-request-id'] = reference

    const nonce = randomBytes(16).toString('base64')
    const [path = '/'] = url.split('?')
    const strict = strictHeaders({ path, nonce, secure, provider, developing })
    for (const [name, value] of Object.entries(strict)) response.setHeader(name, value)
    headers['content-security-policy'] = strict['content-security-policy']
    return { reference, nonce }
  }
}
