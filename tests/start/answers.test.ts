import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { freePort, startInstance } from '../support/instance'
import { sendRaw } from '../support/raw-request'

const folder = mkdtempSync(join(tmpdir(), 'followthrough-answers-'))
let instance: Awaited<ReturnType<typeof startInstance>>
let address = ''

beforeAll(async () => {
  instance = await startInstance({
    DATA_DIR: folder,
    PORT: await freePort(),
    NEXTAUTH_URL: 'https://followthrough.example.org',
  })
  address = instance.address
})

afterAll(async () => {
  await instance.end('SIGTERM')
  rmSync(folder, { recursive: true, force: true })
})

const strict = {
  'content-security-policy': expect.stringMatching(
    /script-src 'nonce-[^']{20,}' 'strict-dynamic'; .*frame-ancestors 'none'/,
  ),
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': expect.stringContaining('geolocation=()'),
  'referrer-policy': 'same-origin',
  'strict-transport-security': 'max-age=31536000; includeSubDomains',
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
}

const ask = async (path: string, init?: RequestInit) => {
  const { status, headers } = await fetch(`${address}${path}`, { redirect: 'manual', ...init })
  return { status, headers: Object.fromEntries(headers) }
}

test.each([
  ['a page', '/', {}],
  ['its head alone', '/', { method: 'HEAD' }],
  ['its tree for the browser', '/', { headers: { rsc: '1' } }],
  ['its tree fetched ahead', '/', { headers: { rsc: '1', 'next-router-prefetch': '1' } }],
  ['sign-in', '/sign-in', {}],
  ['no page', '/nowhere', {}],
  ['the API', '/api/v1/recommendations', {}],
  ['next-auth', '/api/auth/csrf', {}],
  ['a file that is not there', '/_next/data/none.json', {}],
  ['a refused method', '/api/health/live', { method: 'DELETE' }],
])('%s carries the strict headers and is not kept', async (_, path, init) => {
  const { headers } = await ask(path, init)
  expect(headers).toMatchObject(strict)
  expect(headers['cache-control']).toContain('no-store')
})

test('files whose name changes with their content are kept for ever, strict headers and all', async () => {
  const page = await (await fetch(`${address}/nowhere`)).text()
  const [script = ''] = page.match(/\/_next\/static\/[^"]+\.js/) ?? []
  const { headers } = await ask(script)
  expect(headers).toMatchObject({ ...strict, 'cache-control': 'public, max-age=31536000, immutable' })
})

test.each(['%', '%00', 'a%00b', '%ED%A0%80', '%F0%9F', '..%2f..', "a'b", '%E2%80%AE', '9'.repeat(3000)])(
  'nothing is at the address %s, and nothing fails there',
  async (odd) => {
    const places = ['/nowhere/', '/invite/', '/people/', '/api/v1/recommendations/', '/sign-in?error=', '/setup?code=']
    for (const place of places) expect((await ask(place + odd)).status, place).toBeLessThan(500)
  },
)

test('a body that is too large is refused before it is sent', async () => {
  const socket = connect(Number(new URL(address).port), '127.0.0.1')
  socket.write('POST /api/v1/documents HTTP/1.1\r\nHost: localhost\r\nContent-Length: 4194305\r\n\r\n')
  const [answer] = await once(socket, 'data')
  socket.destroy()
  expect(String(answer)).toMatch(/^HTTP\/1\.1 413 [\s\S]*content-type: application\/problem\+json/i)
})

test('a body in chunks is read as one that says its length, and never in two ways', async () => {
  const request = (...headers: string[]) =>
    ['POST /sign-in HTTP/1.1', 'Host: localhost', ...headers, '', ''].join('\r\n')
  const chunks = 'Transfer-Encoding: chunked'
  const form = 'Content-Type: multipart/form-data; boundary=b'
  const body = '--b\r\nContent-Disposition: form-data; name="a"\r\n\r\nb\r\n--b--'
  const whole = await sendRaw(
    address,
    request(form, `Content-Length: ${body.length}`, 'Connection: close') + body,
    10_000,
  )
  const sent = `${body.length.toString(16)}\r\n${body}\r\n0\r\n\r\n`
  const chunked = await sendRaw(address, request(form, chunks, 'Connection: close') + sent, 10_000)
  expect(chunked.split('\r\n')[0]).toBe(whole.split('\r\n')[0])

  const large = `${(5 * 1024 * 1024).toString(16)}\r\n${'x'.repeat(5 * 1024 * 1024)}\r\n0\r\n\r\n`
  expect(await sendRaw(address, request(form, chunks) + large, 10_000)).toMatch(/^(HTTP\/1\.1 413 |$)/)
  expect(await sendRaw(address, request(form, chunks, 'Content-Length: 5') + sent, 10_000)).toMatch(/^HTTP\/1\.1 400 /)
})

test('a page that is waited for is answered before the process ends', async () => {
  const asked = Promise.all(Array.from({ length: 5 }, () => ask('/sign-in')))
  await ask('/api/health/live')
  const code = instance.end('SIGTERM')
  expect((await asked).map(({ status }) => status < 500)).toEqual([true, true, true, true, true])
  expect(await code).toBe(0)
})
