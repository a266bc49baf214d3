import { once } from 'node:events'
import { createServer, type ServerResponse } from 'node:http'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { rememberInstance } from '@/lib/instance/instance'
import type { RequestFailure, RequestScope } from '@/lib/platform/request-scope'
import { sendPlainly } from '@/lib/server/plain-answer'
import { failPlainly } from '@/lib/server/plain-failure'
import { keepPosted } from '@/lib/server/posted-form'
import { bodyTooLarge } from '@/lib/server/refuse-request'

let answer: (response: ServerResponse) => void = () => {}
let scope: RequestScope
const server = createServer((request, response) => {
  scope = { reference: 'r-1', reached: true, language: 'en', setHeader() {}, setStatus() {} }
  const posted = keepPosted(request)
  failPlainly(request, response, { scope, nonce: 'n-1', methods: async () => 'GET, HEAD, OPTIONS', posted })
  answer(response)
})
let origin = ''

beforeAll(async () => {
  await once(server.listen(0, '127.0.0.1'), 'listening')
  const address = server.address()
  origin = typeof address === 'object' ? `http://127.0.0.1:${address?.port}` : ''
})
afterAll(() => server.close())

function answering(status: number, type: string, encoding?: string) {
  answer = (response) => {
    response.statusCode = status
    response.setHeader('content-type', type)
    if (encoding) response.setHeader('content-encoding', encoding)
    response.flushHeaders()
    response.write('as ')
    response.end('written')
  }
  return fetch(origin)
}

test('it says whom to contact, as text', async () => {
  const contact = { name: '<b>Help & co</b>', address: 'help@example.org', words: null }
  rememberInstance({ name: 'Follow-up', logo: null, contact, version: 1 })
  const failed = await answering(500, 'text/html')

  expect(await failed.text()).toContain('For help, contact: &#60;b&#62;Help &#38; co&#60;/b&#62;, help@example.org')
})

test('a page of ours that failed says so without script, with the reference that the log has', async () => {
  const failed = await answering(500, 'text/html; charset=utf-8', 'gzip')

  expect(failed.status).toBe(500)
  expect(await failed.text()).toContain('<code>r-1</code>')
})

function silent(status: number, path: string, failure?: RequestFailure) {
  answer = (response) => {
    if (failure) scope.failure = failure
    response.statusCode = status
    response.end()
  }
  return fetch(origin + path)
}

const words = 'First line.\r\nSecond <b>"line"</b> & \u{1F600}'

function form(fields: Record<string, string>) {
  const body = new FormData()
  for (const [name, value] of Object.entries(fields)) body.append(name, value)
  return body
}

/** The fields that a page holds, as a browser would post them. */
async function fieldsIn(page: Response) {
  const html = await page.text()
  const plain = (text = '') =>
    text.replace(/&#(\d+);/g, (_, code) => String.fromCharCode(Number(code))).replace(/\r?\n/g, '\r\n')
  return [...html.matchAll(/<input type="hidden" name="([^"]*)" value="([^"]*)">/g)].map(([, name, value]) => [
    plain(name),
    plain(value),
  ])
}

test('a form that was sent without script stands in the page of its failure, to be sent again as it was', async () => {
  const typed = { $ACTION_REF_1: '', '"name"': 'a', body: words }
  answer = (response) => {
    response.statusCode = 500
    response.end()
  }
  for (const body of [form(typed), new URLSearchParams(typed)]) {
    const failed = await fetch(`${origin}/settings`, { method: 'POST', body })
    expect(failed.status).toBe(500)
    expect(await fieldsIn(failed.clone())).toEqual(Object.entries(typed))
    expect(await failed.text()).toContain('<form method="post" action="" enctype="multipart/form-data">')
  }
})

test('a form that was not read is told how to get back to what was typed, and no link leads away from it', async () => {
  const refusing = createServer((request, response) => sendPlainly(request, response, bodyTooLarge, 'n-1'))
  await once(refusing.listen(0, '127.0.0.1'), 'listening')
  const address = refusing.address()
  const url = typeof address === 'object' ? `http://127.0.0.1:${address?.port}/settings` : ''
  const told = async (method: string) => (await fetch(url, { method })).text()

  expect(await told('POST')).toMatch(/4 MB[\s\S]*Nothing was saved\.[\s\S]*Back button/)
  expect(await told('POST')).not.toContain('<a href="">')
  expect(await told('GET')).not.toContain('Nothing was saved')
  refusing.close()
})

test('no page gives back a password, and what a script or a program sent stays with them', async () => {
  answer = (response) => {
    response.statusCode = 500
    response.end()
  }
  const send = async (path: string, fields: Record<string, string>, headers: Record<string, string> = {}) =>
    (await fetch(origin + path, { method: 'POST', body: form(fields), headers })).text()

  for (const answered of [
    await send('/settings', { body: 'kept back', newPassword: 'secret words' }),
    await send('/settings', { body: 'kept back' }, { 'next-action': 'x' }),
    await send('/api/v1/me', { body: 'kept back' }),
  ]) {
    expect(answered).not.toMatch(/kept back|secret words/)
  }
})

test('a failure of the API says what it is, with the reference that the log has', async () => {
  const failed = await silent(500, '/api/v1/documents')

  expect(failed.headers.get('content-type')).toBe('application/problem+json')
  expect(await failed.json()).toMatchObject({ status: 500, code: 'failed', reference: 'r-1' })
})

test('so does a method that an address of the API does not take', async () => {
  const refused = await silent(405, '/api/v1/me')

  expect(refused.headers.get('content-type')).toBe('application/problem+json')
  expect(refused.headers.get('allow')).toBe('GET, HEAD, OPTIONS')
  expect(await refused.json()).toMatchObject({ title: 'Method Not Allowed', status: 405, code: 'method_unknown' })
})

test.each([
  ['busy', 503, 'database_busy'],
  ['away', 503, 'database_away'],
  ['full', 503, 'disk_full'],
  ['unreadable', 400, 'request_unreadable'],
] as const)('what failed because it was %s is answered %i', async (failure, status, code) => {
  const failed = await silent(500, '/api/v1/documents', failure)

  expect(failed.status).toBe(status)
  expect(failed.headers.has('retry-after')).toBe(status === 503)
  expect(await failed.json()).toMatchObject({ status, code, reference: 'r-1' })
})

const others = [
  { what: 'a page that did not fail', status: 200, type: 'text/html' },
  { what: 'a page that is not there', status: 404, type: 'text/html' },
  { what: "a failure of the API's", status: 500, type: 'application/problem+json' },
]
for (const { what, status, type } of others) {
  test(`${what} goes out as it was written`, async () => {
    expect(await (await answering(status, type)).text()).toBe('as written')
  })
}
