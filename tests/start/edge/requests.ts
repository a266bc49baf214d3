import { expect, test } from 'vitest'
import { boundary, sendRaw } from '../../support/raw-request'
import { askNextAuth } from '../../support/signed-in-instance'
import { asAdministrator, ask, instance, origin, problem } from './instance'

test.each(['/', '/sign-in', '/recommendations'])(
  'at %s a method that no page takes is refused, with those that it takes',
  async (path) => {
    for (const method of ['TRACE', 'PROPFIND', 'PUT', 'OPTIONS']) {
      const { status, headers } = await ask({ method, path })
      expect([method, status, headers.allow]).toEqual([method, 405, 'GET, HEAD, POST'])
    }
  },
)

test.each([
  ['PUT', '/api/v1/me', 'GET, HEAD, OPTIONS'],
  ['TRACE', '/api/v1/me', 'GET, HEAD, OPTIONS'],
  ['DELETE', '/api/health/live', 'GET, HEAD, OPTIONS'],
  ['GET', '/api/auth/callback/credentials', 'POST'],
])('%s %s is a problem that names the methods there', async (method, path, allow) => {
  for (const encoding of ['identity', 'gzip']) {
    const { status, headers, body } = await ask({ method, path, headers: { 'accept-encoding': encoding } })
    expect([status, headers.allow, headers['content-type']]).toEqual([405, allow, problem])
    expect(JSON.parse(body)).toMatchObject({ status: 405, code: 'method_unknown' })
  }
})

test.each([
  ['OPTIONS * HTTP/1.1\r\nHost: a', 400],
  ['CONNECT example.org:443 HTTP/1.1\r\nHost: a', 405],
  ['GET /api/health/live HTTP/1.1\r\nHost: a\r\nHost: b', 400],
  ['GET http://evil.example/api/health/live HTTP/1.1\r\nHost: a', 200],
  ['GET /api/health/live HTTP/1.1\r\nHost: a\r\nUpgrade: h2c\r\nConnection: Upgrade', 200],
  ['GET //evil.example HTTP/1.1\r\nHost: a', 308],
])('%j is answered %i, and leads nowhere else', async (request, status) => {
  const answer = await sendRaw(instance.address, `${request}\r\n\r\n`, 1_000)
  expect(answer).toMatch(new RegExp(`^HTTP/1\\.1 ${status} `))
  expect(answer).not.toMatch(/location: (https?:)?\/\//i)
})

test.each(['x', '%', '[]', '["",{},null,1]', encodeURIComponent('["",{"children":[1]}]')])(
  'the state %j of a page is refused, not failed on',
  async (state) => {
    const headers = { rsc: '1', 'next-router-state-tree': state }
    expect((await asAdministrator({ path: '/', headers })).status).toBe(400)
  },
)

test.each(['1e400', 'Infinity', '99999999999999999999', '-1', '%00'])(
  'a history after %s begins at its beginning',
  async (after) => {
    for (const path of [
      '/documents/SALVADOR-2010',
      '/organizations/unodc',
      '/history',
      '/recommendations/SALVADOR-2010-17.3',
    ]) {
      expect((await asAdministrator({ path: `${path}?after=${after}&moved=${after}` })).status).toBe(200)
    }
  },
)

const cursor = (...values: unknown[]) => Buffer.from(JSON.stringify(values)).toString('base64url')
const id = '019a0000-0000-7000-8000-000000000000'

test.each([
  ['sort=changed', cursor('changed', '2026-01-01T00:00:00+23:00', id)],
  ['sort=changed', cursor('changed', '0000-01-01T00:00:00Z', id)],
  ['by=theme', cursor('theme', 'a\0')],
  ['by=theme', cursor('theme', '\ud800')],
])('a list with %s goes on from no place %s', async (query, after) => {
  expect((await asAdministrator({ path: `/recommendations?${query}&after=${after}` })).status).toBe(200)
  const { status } = await asAdministrator({ path: `/api/v1/recommendations?${query}&after=${after}` })
  expect(status).toBe(422)
})

test('what no program or browser sends is refused before anything reads it value by value', async () => {
  expect((await ask({ path: `/sign-in?${'a&'.repeat(7_000)}` })).status).toBe(400)

  const field = `--${boundary}\r\ncontent-disposition: form-data; name="x"\r\n\r\n\r\n`
  const headers = { 'content-type': `multipart/form-data; boundary=${boundary}`, origin }
  const sent = { method: 'POST', path: '/sign-in', headers, body: `${field.repeat(40_000)}--${boundary}--\r\n` }
  expect((await ask(sent)).status).toBe(413)

  const path = '/api/v1/recommendations/SALVADOR-2010-17.3/annotations'
  const json = async (body: string) =>
    (await asAdministrator({ method: 'POST', path, headers: { 'content-type': 'application/json' }, body })).status
  const unknown = Array.from({ length: 130_000 }, (_, place) => `"k${place}":1`)
  expect(await json(`{${unknown.join()}}`)).toBe(422)
  expect(await json(`{"body":[${'1,'.repeat(300_000)}1]}`)).toBe(400)
})

test('an exception’s words never travel in an address', async () => {
  for (const path of ['/api/auth/error?error=Invalid%20prisma', '/api/auth/signin?error=Invalid%20prisma']) {
    const { status, headers } = await ask({ path })
    expect([status, headers.location]).toEqual([302, expect.stringMatching(/^(?!.*prisma).*error=Callback/)])
  }
  const callbackUrl = `${origin}/sign-in?error=Invalid%20prisma`
  const { status, body } = await askNextAuth(instance.address, 'signout', { callbackUrl, json: 'true' })
  expect([status, JSON.parse(body)]).toEqual([200, { url: `${origin}/sign-in?error=Callback` }])
})

test('the sheet leads to sign-in and back, and is never wider than it was asked for', async () => {
  const path = '/recommendations.csv?status=in_progress'
  const away = await ask({ path })
  expect([away.status, away.headers.location]).toEqual([307, `/sign-in?callbackUrl=${encodeURIComponent(path)}`])

  const odd = '/recommendations.csv?status=nonsense&kind=action'
  expect(await asAdministrator({ path: odd })).toMatchObject({ status: 422, headers: { 'content-type': problem } })
  const page = await asAdministrator({ path: odd, headers: { accept: 'text/html' } })
  expect([page.status, page.headers.location]).toEqual([307, '/recommendations?status=nonsense&kind=action'])
  // More than are read at the same time.
  for (const _ of [1, 2, 3, 4]) expect((await asAdministrator({ method: 'HEAD', path })).status).toBe(200)
  const { headers } = await asAdministrator({ path })
  expect(headers).toMatchObject({ 'content-type': expect.stringContaining('text/csv') })
  expect(headers['x-followthrough-export']).toMatch(/^seq=\d+; hash=[0-9a-f]{64}; as-of=.*status=in_progress$/)
})

test('an invitation link opens with the sign after it that a mail program adds, and one that was cut says so', async () => {
  const headers = { authorization: instance.authorization, 'content-type': 'application/json' }
  const body = JSON.stringify({ email: 'ana.invited@example.org', name: 'Ana Invited', role: 'viewer' })
  const invited = await ask({ method: 'POST', path: '/api/v1/users', headers, body })
  const { pathname } = new URL(JSON.parse(invited.body).link)
  for (const after of ['', '.', ')', ',', '%3E', '%22', '%E2%80%9D']) {
    expect((await ask({ path: `${pathname}${after}` })).body).toContain('Welcome, Ana Invited')
  }
  const cut = await ask({ path: pathname.slice(0, -1) })
  expect(cut.body).toContain('This address is incomplete')
  expect(cut.body).not.toContain('Ana Invited')
})
