import { randomBytes, randomUUID } from 'node:crypto'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { Duplex } from 'node:stream'
import { setTimeout as pause } from 'node:timers/promises'
import next from 'next'
import type { Environment } from '@/lib/platform/environment'
import { strictHeaders } from '@/lib/platform/headers'
import { clientAddress, within } from '@/lib/platform/network'
import { refuseBody } from './body-limit'
import { failPlainly } from './plain-failure'
import { readableAddress } from './readable-address'

const limits = {
  maxHeaderSize: 16 * 1024,
  headersTimeout: 15_000,
  requestTimeout: 60_000,
  // Longer than proxies keep theirs, so that none sends a request into a connection that we are closing.
  keepAliveTimeout: 75_000,
}

const patience = 5_000

/** Serves the pages in this process. Answers how to stop: no new requests, and 5 seconds for those under way. */
export async function serve(settings: Environment, origin: string, developing: boolean) {
  const { HOST: hostname, PORT: port } = settings
  const pages = next({ dev: developing, dir: process.cwd(), hostname, port, quiet: true })
  await pages.prepare()

  const dress = dresser(settings, origin, developing)
  const handle = pages.getRequestHandler()
  const server = createServer(limits, (request, response) => {
    dress(request, response)
    failPlainly(response, String(request.headers['x-request-id']))
    if (!refuseBody(request, response)) void handle(request, response)
  })
  if (developing) {
    const upgrade = pages.getUpgradeHandler()
    server.on('upgrade', (request: IncomingMessage, socket: Duplex, head: Buffer) => upgrade(request, socket, head))
  }

  await new Promise<void>((resolve, reject) => {
    server.once('error', reject).listen(port, hostname, resolve)
  })
  return async function stop() {
    const closed = new Promise((resolve) => server.close(resolve))
    // A browser keeps its connection open after its answer: that one is idle only then.
    const sweeping = setInterval(() => server.closeIdleConnections(), 50)
    await Promise.race([closed, pause(patience)])
    clearInterval(sweeping)
    server.closeAllConnections()
    if (developing) await pages.close()
  }
}

/** Puts the headers on a request and its answer before anything sees them. */
function dresser({ OIDC_ISSUER, TRUSTED_PROXIES }: Environment, origin: string, developing: boolean) {
  const provider = OIDC_ISSUER ? new URL(OIDC_ISSUER).origin : null
  const secure = origin.startsWith('https:')
  const trusted = within(TRUSTED_PROXIES)

  return (request: IncomingMessage, response: ServerResponse) => {
    const { headers, socket } = request
    const url = readableAddress(request.url ?? '/')
    request.url = url
    const peer = socket.remoteAddress ?? ''
    headers['x-forwarded-for'] = clientAddress(peer, String(headers['x-forwarded-for'] ?? ''), trusted)
    if (!trusted(peer)) for (const name of ['host', 'proto', 'port']) delete headers[`x-forwarded-${name}`]

    // Whoever signs in first is led back to where they wanted to go; a page doesn't know its own address.
    headers['x-path'] = url

    headers['x-request-id'] = randomUUID()

    const nonce = randomBytes(16).toString('base64')
    const [path = '/'] = url.split('?')
    const strict = strictHeaders({ path, nonce, secure, provider, developing })
    for (const [name, value] of Object.entries(strict)) response.setHeader(name, value)
    headers['content-security-policy'] = strict['content-security-policy']
  }
}
