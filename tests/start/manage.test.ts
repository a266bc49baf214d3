import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { z } from 'zod'
import { freePort, runCommand, spawnCommand, startInstance } from '../support/instance'

const folder = mkdtempSync(join(tmpdir(), 'followthrough-manage-'))
let variables: Record<string, string> = {}
let instance: Awaited<ReturnType<typeof startInstance>>

beforeAll(async () => {
  variables = { DATA_DIR: folder, PORT: await freePort() }
  instance = await startInstance(variables)
})

afterAll(async () => {
  await instance.end('SIGTERM')
  rmSync(folder, { recursive: true, force: true })
})

test('a worker runs beside the instance until it is ended', async () => {
  const worker = spawnCommand('lib/cli/worker.ts', { ...variables, LOG_LEVEL: 'warn' })
  for await (const part of worker.stdout.setEncoding('utf8')) if (part.includes('The worker is ready.')) break
  worker.kill('SIGTERM')
  expect((await once(worker, 'close'))[0]).toBe(0)
})

const manage = (...args: string[]) => runCommand('lib/cli/manage.ts', variables, args)
const ada = ['--email', 'ada@example.org']
const asAda = [...ada, '--name', 'Ada', '--role', 'administrator']

async function me(token: string) {
  const headers = { authorization: `Bearer ${token}` }
  const answer = await fetch(`${instance.address}/api/v1/me`, { headers })
  return answer.status === 200 ? answer.json() : answer.status
}

test('an account is made at the console; its token, alone on the last line, acts as its owner', async () => {
  const made = await manage(
    'user',
    'create',
    ...asAda,
    '--organization',
    'unodc',
    '--organization',
    'council-of-europe',
  )
  expect(made.code).toBe(0)
  expect(made.output).toMatch(/\nhttp:\/\/127\.0\.0\.1:\d+\/invite\/[\w-]{43}$/)
  const [link = ''] = made.output.split('\n').slice(-1)
  expect(await (await fetch(link)).text()).toContain('Welcome, Ada')

  const { code, output } = await manage(
    'token',
    'create',
    '--user',
    'ada@example.org',
    '--name',
    'Bench',
    '--days',
    '1',
  )
  expect(code).toBe(0)
  const [token = ''] = output.split('\n').slice(-1)
  expect(token).toMatch(/^ft_[\w-]{43}$/)
  expect(await me(token)).toMatchObject({
    email: 'ada@example.org',
    role: 'administrator',
    organizations: [{ slug: 'council-of-europe' }, { slug: 'unodc' }],
  })
  expect(await me(`${token}x`)).toBe(401)
})

test('with --password-stdin one signs in at once', async () => {
  const args = ['user', 'create', '--email', 'bea@example.org', '--name', 'Bea', '--role', 'viewer', '--password-stdin']
  const { PATH = '', HOME = '' } = process.env
  const child = spawn(
    process.execPath,
    ['--conditions=react-server', '--import', 'tsx', 'lib/cli/manage.ts', ...args],
    {
      env: { NODE_ENV: 'production', PATH, HOME, ...variables },
    },
  )
  child.stdin.end('seven green bicycles\n')
  const [output, [code]] = await Promise.all([text(child.stdout), once(child, 'close')])
  expect([code, output]).toEqual([0, 'bea@example.org can sign in.\n'])

  const csrf = await fetch(`${instance.address}/api/auth/csrf`)
  const { csrfToken } = z.object({ csrfToken: z.string() }).parse(await csrf.json())
  const cookie = csrf.headers
    .getSetCookie()
    .map((one) => one.split(';')[0])
    .join('; ')
  const body = new URLSearchParams({ email: 'bea@example.org', password: 'seven green bicycles', csrfToken })
  const answer = await fetch(`${instance.address}/api/auth/callback/credentials`, {
    method: 'POST',
    body,
    headers: { cookie },
    redirect: 'manual',
  })
  expect(answer.headers.getSetCookie().join()).toContain('session=')
})

test('a link to set a new password is printed', async () => {
  const { code, output } = await manage('user', 'reset', ...ada)
  expect(code).toBe(0)
  expect(output).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/reset\/[\w-]{43}$/)
})

test('what is refused is said in a sentence alone', async () => {
  const { code, output } = await manage('user', 'create', ...asAda)
  expect([code, output]).toEqual([1, 'Someone already has this email address.'])
})

test.each([
  ['user', 'create'],
  ['user', 'reset'],
  ['token', 'create'],
])('%s %s --help lists its options', async (...verb) => {
  const { code, output } = await manage(...verb, '--help')
  expect(code).toBe(0)
  expect(output).toMatch(/\n +--(email|user) /)
})

test('a database that another version runs on is left as it is', async () => {
  const { output: url } = await manage('database', 'url')
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  const newest = 'select migration_name from _prisma_migrations order by migration_name desc limit 1'
  await client.query(`create table kept as select * from _prisma_migrations where migration_name = (${newest})`)
  await client.query('delete from _prisma_migrations where id in (select id from kept)')

  const { code, output } = await manage('user', 'reset', ...ada)
  expect([code, output]).toEqual([
    1,
    expect.stringMatching(/^The database is older .*it lacks 1 migrations\): start this/),
  ])
  expect((await client.query(newest)).rows).toHaveLength(1)

  await client.query('insert into _prisma_migrations select * from kept; drop table kept')
  await client.end()
})
