import { request } from 'node:http'
import { connect } from 'node:net'
import { text } from 'node:stream/consumers'
import { createGunzip } from 'node:zlib'

export type Sent = { method?: string; path: string; headers?: Record<string, string>; body?: string | Buffer }
export type Answer = { status: number; headers: Record<string, string | string[] | undefined>; body: string }

/** Sends a request unchanged, whatever it contains, and waits for the whole response. */
export function send(address: string, { method = 'GET', path, headers = {}, body }: Sent): Promise<Answer> {
  const { hostname, port } = new URL(address)
  return new Promise((resolve, reject) => {
    const length = body === undefined ? {} : { 'content-length': String(Buffer.byteLength(body)) }
    const options = { hostname, port, method, path, headers: { ...length, ...headers }, insecureHTTPParser: true }
    const asked = request(options, async (answer) => {
      const { statusCode: status = 0, headers } = answer
      const plain = headers['content-encoding'] === 'gzip' ? answer.pipe(createGunzip()) : answer
      resolve({ status, headers, body: await text(plain).catch(() => '') })
    })
    asked.once('error', reject)
    asked.end(body)
  })
}

/**
 * Writes bytes to the server's port. Returns what comes back until the server closes the connection or is silent for
 * `patience` milliseconds.
 */
export function sendRaw(address: string, bytes: string, patience = 2_000): Promise<string> {
  const { hostname, port } = new URL(address)
  return new Promise((resolve) => {
    const heard: string[] = []
    const socket = connect(Number(port), hostname, () => socket.write(bytes))
    socket.setEncoding('latin1').setTimeout(patience, () => socket.destroy())
    socket.on('data', (part: string) => heard.push(part))
    socket.on('error', () => {})
    socket.on('close', () => resolve(heard.join('')))
  })
}

/**
 * Separates the fields of a form that a test writes by hand. The server refuses shorter ones without reading the form.
 */
export const boundary = `${'-'.repeat(28)}followthrough`
