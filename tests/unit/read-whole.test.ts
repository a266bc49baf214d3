import { createServer } from 'node:http'
import { connect } from 'node:net'
import { text } from 'node:stream/consumers'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { keepPosted } from '@/lib/server/posted-form'
import { readWhole } from '@/lib/server/read-body'
import { refusalOf } from '@/lib/server/refuse-request'
import { sendRaw } from '../support/raw-request'

let gone = 0

/** Answers with what it read: the length that the request says, and the body. */
const server = createServer(async (request, response) => {
  const refused = refusalOf(request)
  if (refused) return response.writeHead(refused.status, refused.headers).end()
  const whole = await readWhole(request, 100_000)
  if (whole === 'gone') gone++
  else if (whole === 'too_large') response.writeHead(413, { connection: 'close' }).end()
  else if (whole === 'too_fine') response.writeHead(400, { connection: 'close' }).end()
  else if (whole.url === '/settings') response.end(JSON.stringify(await keepPosted(whole)()))
  else response.end(JSON.stringify([whole.method, whole.headers['content-length'], await text(whole)]))
})
let address = ''
beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const at = server.address()
  address = `http://127.0.0.1:${typeof at === 'object' ? at?.port : ''}`
})
afterAll(() => server.close())

const head = (...more: string[]) => ['POST /api/x HTTP/1.1', 'Host: a', ...more, '', ''].join('\r\n')
const closing = 'Connection: close'
const chunked = head('Transfer-Encoding: chunked', closing)
const chunk = (body: string) => `${Buffer.byteLength(body).toString(16)}\r\n${body}\r\n`
const ask = (bytes: string) => sendRaw(address, bytes, 10_000)

test('a body in chunks is read whole, with the length that it has', async () => {
  const body = [chunk('{"a":'), chunk('"é"}'), chunk('')].join('')
  expect(await ask(chunked + body)).toContain(String.raw`["POST","10","{\"a\":\"Ã©\"}"]`)
})

test('so is one of many small chunks, an empty one, and none at all', async () => {
  const many = chunk('x').repeat(4_999) + chunk('')
  expect(await ask(chunked + many)).toContain('["POST","4999","xxx')
  expect(await ask(chunked + chunk(''))).toContain('["POST","0",""]')
  expect(await ask(`${head('Content-Length: 2', closing)}ab`)).toContain('["POST","2","ab"]')
  expect(await ask(head(closing))).toContain('["POST",null,""]')
})

test('the connection serves the next request, and reads none out of a body', async () => {
  const body = chunk(head()) + chunk('')
  const next = `${head('Content-Length: 4', closing)}next`
  const answers = await ask(head('Transfer-Encoding: chunked') + body + next)
  expect(answers.match(/HTTP\/1\.1 200/g)).toHaveLength(2)
  expect(answers).toContain('["POST","4","next"]')
})

test('one that is too large is refused as soon as it is', async () => {
  expect(await ask(chunked + chunk('x'.repeat(100_001)))).toMatch(/^HTTP\/1\.1 413 /)
})

test('one of very many very small chunks is refused, and of many larger ones read', async () => {
  expect(await ask(chunked + chunk('x').repeat(90_000) + chunk(''))).toMatch(/^HTTP\/1\.1 400 /)
  expect(await ask(chunked + chunk('x'.repeat(64)).repeat(1_500) + chunk(''))).toContain('["POST","96000","xxx')
})

test.each([
  ['that also says its length', head('Content-Length: 5', 'Transfer-Encoding: chunked', closing)],
  ['that is also compressed', head('Transfer-Encoding: gzip, chunked')],
  ['that is chunked twice', head('Transfer-Encoding: chunked', 'Transfer-Encoding: chunked')],
  ['in no way that we know', head('Transfer-Encoding: identity')],
  ['of HTTP 1.0', chunked.replace('HTTP/1.1', 'HTTP/1.0')],
  ['with a chunk of no size', `${chunked}zz\r\n`],
])('a body %s is refused', async (_, bytes) => {
  expect(await ask(`${bytes}${chunk('ab')}${chunk('')}`)).toMatch(/^HTTP\/1\.1 400 /)
})

test('a form in chunks can be given back', async () => {
  const type = 'Content-Type: application/x-www-form-urlencoded'
  const bytes =
    head('Transfer-Encoding: chunked', type, closing).replace('/api/x', '/settings') + chunk('a=b') + chunk('')
  expect(await ask(bytes)).toContain('[["a","b"]]')
})

test('one whose sender goes away is dropped', async () => {
  const before = gone
  const socket = connect(Number(new URL(address).port), '127.0.0.1')
  socket.write(chunked + chunk('ab'), () => socket.destroy())
  await expect.poll(() => gone, { timeout: 10_000 }).toBe(before + 1)
})
