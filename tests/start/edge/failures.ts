import { expect, test } from 'vitest'
import { signIn } from '../../support/signed-in-instance'
import {
  asAdministrator,
  ask,
  fieldsIn,
  idOf,
  instance,
  problem,
  sendByScript,
  sendWithoutScript,
  unsaved,
  withDatabase,
} from './instance'

const whileLocked = (table: string, work: () => Promise<void>) =>
  withDatabase(async (client) => {
    await client.query(`begin; lock table ${table} in access exclusive mode`)
    await work()
  })

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
  await withDatabase(async (client) => {
    await client.query(`create function full_disk() returns trigger language plpgsql as
      $$ begin raise exception using errcode = '53100', message = 'could not extend file: No space left on device'; end $$`)
    await client.query(
      'create trigger full_disk before insert on annotations for each row execute function full_disk()',
    )
    try {
      const path = '/api/v1/recommendations/SALVADOR-2010-17.1'
      const headers = { authorization: instance.authorization, 'content-type': 'application/json' }
      const api = await ask({ method: 'POST', path: `${path}/annotations`, headers, body: '{"body":"Kept."}' })
      expect([api.status, api.headers['content-type'], api.headers['retry-after']]).toEqual([503, problem, '60'])
      expect(JSON.parse(api.body)).toMatchObject({ code: 'disk_full', detail: expect.stringContaining('is full') })
      expect((await ask({ path, headers })).status).toBe(200)
    } finally {
      await client.query('drop function full_disk cascade')
    }
  })
})

test('what fails by our mistake says so with the reference of the log, compressed or not, also as a page', async () => {
  await withDatabase(async (client) => {
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
    }
  })
})

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

  const { rows } = await withDatabase((client) => client.query('select id from users limit 1'))
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
