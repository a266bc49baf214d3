import { readFileSync } from 'node:fs'
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { boundary, type Sent, send, sendRaw } from '../support/raw-request'
import { askNextAuth, signedInInstance, signIn } from '../support/signed-in-instance'

/** As it stands behind a proxy that speaks https, which calls it by another name. */
const origin = 'https://followthrough.example.org'
const byProxy = {
  origin,
  'x-forwarded-proto': 'https',
  'x-forwarded-host': 'inner.example.org:8443',
  'x-forwarded-for': '192.0.2.9:1111',
}

let instance: Awaited<ReturnType<typeof signedInInstance>>
beforeAll(async () => {
  instance = await signedInInstance({ NEXTAUTH_URL: origin })
})
afterAll(() => instance.close())

const ask = (sent: Sent) => send(instance.address, sent)
const asAdministrator = (sent: Sent) =>
  ask({ ...sent, headers: { cookie: instance.cookie, ...byProxy, ...sent.headers } })

const problem = 'application/problem+json'

type Action = { exportedName: string }
const actions: Record<string, Action> = JSON.parse(
  readFileSync('.next/server/server-reference-manifest.json', 'utf8'),
).node
const idOf = (name: string) => Object.entries(actions).find(([, action]) => action.exportedName === name)?.[0] ?? ''

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

const part = (name: string, value: string) =>
  `--${boundary}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`
const reference = (bound: string) => part('$ACTION_REF_1', '') + part('$ACTION_1:0', bound)

test.each([
  '',
  `--${boundary}`,
  `--${boundary}--`,
  part('a', 'b'),
  reference('{'),
  reference('{"id":"x","bound":"$@1"}'),
  reference('"$@1"'),
])('a form of %j is a bad request, not a failure', async (body) => {
  const headers = { 'content-type': `multipart/form-data; boundary=${boundary}` }
  for (const path of ['/sign-in', '/settings']) {
    expect((await asAdministrator({ method: 'POST', path, headers, body })).status).toBe(400)
  }
})

test.each(['{', '["$Q1"]', '[{},"$F1"]', 'null', '', '['.repeat(5000)])(
  'what a script sends as %j is a bad request, not a failure',
  async (body) => {
    const headers = { 'next-action': idOf('saveName'), 'content-type': 'text/plain' }
    expect((await asAdministrator({ method: 'POST', path: '/settings', headers, body })).status).toBe(400)
  },
)

test('a form of a build that is gone says so in the way that Next’s script knows', async () => {
  const headers = { 'next-action': `7f${'0'.repeat(40)}`, 'content-type': 'text/plain' }
  const answer = await asAdministrator({ method: 'POST', path: '/settings', headers, body: '[]' })
  expect(answer.headers['x-nextjs-action-not-found']).toBe('1')
  expect(answer.status).toBeLessThan(500)
})

test('without script the page of a form of a build that is gone holds the text to copy, and no ids', async () => {
  const { status, body } = await sendWithoutScript('/organizations', `7f${'0'.repeat(40)}`)
  expect([status, body.match(/<h1>(.*)<\/h1>/)?.[1]]).toEqual([409, 'A new version is running'])
  const texts = [...body.matchAll(/<textarea readonly[^>]*>\n([^<]*)<\/textarea>/g)].map(([, text]) => text)
  expect(texts).toEqual(['The &#34;first&#34; &#38; &#60;others&#62;\r\nSecond organization'])
})

test.each(['null', 'https://evil.example', 'http://followthrough.example.org'])(
  'a form from %s is refused, and told why',
  async (origin) => {
    const script = { origin, 'next-action': idOf('saveName'), 'content-type': 'text/plain' }
    const byScript = await asAdministrator({ method: 'POST', path: '/settings', headers: script, body: '[]' })
    expect([byScript.status, byScript.body]).toEqual([403, expect.stringContaining('another address')])

    const page = { origin, host: 'evil.example', 'content-type': `multipart/form-data; boundary=${boundary}` }
    const byPage = await asAdministrator({ method: 'POST', path: '/settings', headers: page, body: `--${boundary}--` })
    expect([byPage.status, byPage.body]).toEqual([403, expect.stringContaining('<h1>')])
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

test('a recommendation has its page in whichever script its paragraph is numbered', async () => {
  const labels = ['١', 'а', '第一']
  const body = JSON.stringify({
    code: 'SCRIPTS-2026',
    title: 'Scripts',
    paragraphs: labels.map((label) => ({ label, text: 'States should act.' })),
    recommendations: labels.map((paragraph) => ({ paragraph, start: 0, end: 18, title: `Act on ${paragraph}` })),
  })
  const headers = { authorization: instance.authorization, 'content-type': 'application/json' }
  expect((await ask({ method: 'POST', path: '/api/v1/documents', headers, body })).status).toBe(201)
  for (const label of labels) {
    const page = await asAdministrator({ path: `/recommendations/${encodeURIComponent(`SCRIPTS-2026-${label}.1`)}` })
    expect([page.status, page.body]).toEqual([200, expect.stringContaining(`Act on ${label}`)])
  }
})

test('paragraphs within paragraphs beyond what a key can hold are refused at the first of them', async () => {
  const paragraphs = Array.from({ length: 200 }, (_, place) => ({
    label: `${place}`.padEnd(40, 'a'),
    text: 'States should share.',
    ...(place > 0 && { parent: place }),
  }))
  const recommendations = [{ paragraph: 200, start: 0, end: 20, title: 'Share' }]
  const body = JSON.stringify({ code: 'DEEP-2026', title: 'Deep', date: '2026-01-01', paragraphs, recommendations })
  const answer = await ask({
    method: 'POST',
    path: '/api/v1/documents',
    headers: { authorization: instance.authorization },
    body,
  })
  expect(answer.status).toBe(422)
  expect(JSON.parse(answer.body).errors[0]).toMatchObject({ field: 'paragraphs.50.parent', code: 'paragraph_too_deep' })
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
  expect((await asAdministrator({ path })).headers['content-type']).toContain('text/csv')
})

async function whileLocked(table: string, work: () => Promise<void>) {
  const client = new pg.Client({ connectionString: instance.database })
  await client.connect()
  await client.query(`begin; lock table ${table} in access exclusive mode`)
  await work().finally(() => client.end())
}

test('while the database is busy, programs and people are told to try again, with a reference', async () => {
  await whileLocked('organizations', async () => {
    const headers = { authorization: instance.authorization, 'accept-encoding': 'gzip' }
    const [api, page, form] = await Promise.all([
      ask({ path: '/api/v1/organizations', headers: { ...headers, 'accept-encoding': 'identity' } }),
      asAdministrator({ path: '/organizations' }),
      sendWithoutScript('/organizations', idOf('addNames')),
    ])
    expect([api.status, api.headers['content-type'], api.headers['retry-after']]).toEqual([503, problem, '5'])
    const { reference, ...request } = JSON.parse(api.body)
    expect(request).toMatchObject({ status: 503, code: 'database_busy', detail: expect.stringContaining('Try again') })
    await instance.until(reference)

    expect([page.status, page.headers['retry-after']]).toEqual([503, '5'])
    expect(page.body).toMatch(/<h1>The service is busy<\/h1>[\s\S]*Try again[\s\S]*<code>[\w-]{36}<\/code>/)
    expect([form.status, fieldsIn(form.body)]).toEqual([503, unsaved(idOf('addNames'))])
  })
})

test('on a full disk the API says so and saves nothing, and reading goes on', async () => {
  const client = new pg.Client({ connectionString: instance.database })
  await client.connect()
  await client.query(`create function full_disk() returns trigger language plpgsql as
    $$ begin raise exception using errcode = '53100', message = 'could not extend file: No space left on device'; end $$`)
  await client.query('create trigger full_disk before insert on annotations for each row execute function full_disk()')
  try {
    const path = '/api/v1/recommendations/SALVADOR-2010-17.1'
    const headers = { authorization: instance.authorization, 'content-type': 'application/json' }
    const api = await ask({ method: 'POST', path: `${path}/annotations`, headers, body: '{"body":"Kept."}' })
    expect([api.status, api.headers['content-type'], api.headers['retry-after']]).toEqual([503, problem, '60'])
    expect(JSON.parse(api.body)).toMatchObject({ code: 'disk_full', detail: expect.stringContaining('is full') })
    expect((await ask({ path, headers })).status).toBe(200)
  } finally {
    await client.query('drop function full_disk cascade')
    await client.end()
  }
})

test('what fails by our mistake says so with the reference of the log, compressed or not, also as a page', async () => {
  const client = new pg.Client({ connectionString: instance.database })
  await client.connect()
  await client.query('alter table organizations rename to elsewhere')
  try {
    for (const encoding of ['identity', 'gzip']) {
      const headers = { authorization: instance.authorization, 'accept-encoding': encoding }
      const { status, headers: sent, body } = await ask({ path: '/api/v1/organizations', headers })
      expect([status, sent['content-type'], sent['content-encoding']]).toEqual([500, problem, undefined])
      const { reference, code } = JSON.parse(body)
      expect(code).toBe('failed')
      await instance.until(`"request":"${reference}"`)
    }
    const page = await asAdministrator({ path: '/organizations', headers: { 'accept-encoding': 'gzip' } })
    expect(page.status).toBe(500)
    expect(page.body).toMatch(/<h1>There is a problem with this service<\/h1>[\s\S]*<code>[\w-]{36}<\/code>/)
  } finally {
    await client.query('alter table elsewhere rename to organizations')
    await client.end()
  }
})

/** A form of a page as it is drawn for a browser without script. */
const unsaved = (id: string) => [
  ['$ACTION_REF_1', ''],
  ['$ACTION_1:0', JSON.stringify({ id, bound: '$@1' })],
  ['$ACTION_1:1', '[{}]'],
  ['names', 'The "first" & <others>\r\nSecond organization'],
]

const sendWithoutScript = (path: string, id: string, session = {}) =>
  asAdministrator({
    method: 'POST',
    path,
    headers: { 'content-type': `multipart/form-data; boundary=${boundary}`, ...session },
    body: `${unsaved(id)
      .map(([name = '', value = '']) => part(name, value))
      .join('')}--${boundary}--`,
  })

/** The fields that a page holds to be sent again. */
const fieldsIn = (page: string) =>
  [...page.matchAll(/<input type="hidden" name="([^"]*)" value="([^"]*)">/g)].map(([, ...field]) =>
    field.map((text) => text.replace(/&#(\d+);/g, (_, code) => String.fromCharCode(Number(code)))),
  )

/** Sends a form as a page's script does. */
const sendByScript = (action: string, session = {}) =>
  asAdministrator({
    method: 'POST',
    path: '/settings',
    headers: {
      'next-action': idOf(action),
      'content-type': `multipart/form-data; boundary=${boundary}`,
      accept: 'text/x-component',
      ...session,
    },
    body: `${part('_1_x', 'y')}${part('0', '[{},"$K1"]')}--${boundary}--`,
  })

test('a form whose session was ended elsewhere says so, and leads nowhere', async () => {
  const ended = { cookie: await signIn(instance.address) }
  const client = new pg.Client({ connectionString: instance.database })
  await client.connect()
  await client.query(
    'update sessions set revoked_at = now() where id = (select id from sessions order by id desc limit 1)',
  )
  await client.end()

  const answer = await sendByScript('saveName', ended)
  expect(answer).toMatchObject({ status: 200, body: expect.stringContaining('"signedOut":true') })
  expect(answer.headers).not.toHaveProperty('x-action-redirect')
})

test.each(['signOut', 'endEverywhere'])(
  'what %s leads to comes with its answer, which asks the browser to forget',
  async (action) => {
    const session = { cookie: await signIn(instance.address) }
    expect(await sendByScript(action, session)).toMatchObject({
      status: 200,
      headers: {
        'x-action-redirect': '/sign-in;push',
        'clear-site-data': '"cache", "storage"',
        'content-type': 'text/x-component',
      },
      body: expect.stringContaining('react.fragment'),
    })
    expect((await asAdministrator({ path: '/api/v1/me', headers: session })).status).toBe(401)
  },
)

test('over the limit, programs and forms are told when to try again, and the log says who it was', async () => {
  const session = { cookie: await signIn(instance.address) }
  const { authorization } = instance
  for (const headers of [session, { authorization }]) await ask({ path: '/api/v1/me', headers })
  const sheets = Array.from({ length: 125 }, () =>
    asAdministrator({ path: '/recommendations.csv?status=closed', headers: session }),
  )
  expect((await Promise.all(sheets)).filter(({ status }) => status === 200).length).toBeLessThanOrEqual(120)

  const again = expect.stringMatching(/^[1-9]\d?$/)
  const form = await sendByScript('saveName', session)
  expect(form).toMatchObject({ status: 429, headers: { 'retry-after': again, 'content-type': 'text/plain' } })
  expect(form.body).toContain('Wait a minute')

  const page = await sendWithoutScript('/organizations', idOf('addNames'), session)
  expect(page).toMatchObject({ status: 429, headers: { 'retry-after': again } })
  expect(fieldsIn(page.body)).toEqual(unsaved(idOf('addNames')))
  expect(page.body).toContain('<button>Send again</button>')

  const api = await ask({ path: '/api/v1/me', headers: { authorization } })
  expect(api).toMatchObject({ status: 429, headers: { 'retry-after': again, 'content-type': problem } })
  expect(JSON.parse(api.body)).toMatchObject({ status: 429, code: 'too_many_requests' })

  const client = new pg.Client({ connectionString: instance.database })
  await client.connect()
  const { rows } = await client.query('select id from users limit 1')
  await client.end()
  await instance.until(`"event":"too_many_requests","actor":"${rows[0].id}"`)
})

test('all of this stands in the log as lines of JSON, and only our own mistakes are errors', () => {
  const [, log = ''] = instance.output().split(/Followthrough is ready: \S+\n/)
  const lines = log.trim().split('\n')
  const parsed: { level: number; route?: string; stack?: string }[] = lines.map((line) => JSON.parse(line))
  expect(parsed.length).toBeGreaterThan(20)
  const errors = parsed.filter(({ level }) => level >= 50)
  expect(new Set(errors.map(({ route }) => route))).toEqual(new Set(['/api/v1/organizations', '/organizations']))
  expect(parsed.filter(({ level, stack }) => level < 50 && stack)).toEqual([])
})
