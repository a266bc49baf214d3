import { spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { appendFileSync, existsSync, mkdtempSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs'
import { createServer } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { freePort, runCommand, spawnCommand, startInstance } from '../support/instance'

let folder = ''
let variables: Record<string, string> = {}
const running: Awaited<ReturnType<typeof startInstance>>[] = []

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'followthrough-start-'))
  variables = { DATA_DIR: folder, PORT: await freePort() }
})

afterEach(async () => {
  for (const instance of running.splice(0)) await instance.end('SIGTERM')
  rmSync(folder, { recursive: true, force: true })
})

const start = async (more: Record<string, string> = {}) => {
  const instance = await startInstance({ ...variables, ...more })
  running.push(instance)
  return instance
}

const mark = () => join(folder, 'postgres/postmaster.pid')
const postgresLog = () => readFileSync(join(folder, 'postgres.log'), 'utf8')
const serverPid = () => Number(readFileSync(mark(), 'utf8').split('\n')[0])

async function until(isSo: () => boolean) {
  while (!isSo()) await pause(5)
}

async function query(text: string) {
  const { output } = await runCommand('lib/cli/manage.ts', variables, ['database', 'url'])
  const client = new pg.Client({ connectionString: output })
  await client.connect()
  const { rows } = await client.query(text)
  await client.end()
  return rows
}

test('from an empty folder to a page that leads to the first account; a second start says what runs already', async () => {
  const instance = await start()
  expect(instance.output()).toMatch(/Make the first one here:\n {2}http:\/\/127\.0\.0\.1:\d+\/setup\?code=\S{20,}/)

  const ready = await fetch(`${instance.address}/api/health/ready`)
  expect([ready.status, await ready.json()]).toEqual([200, { status: 'ready' }])
  expect(await query('select count(*)::int as count from recommendations')).toEqual([{ count: 10 }])

  const second = await runCommand('lib/cli/start.ts', { ...variables, PORT: await freePort() })
  expect(second.code).toBe(1)
  expect(second.output).toMatch(
    /^Followthrough runs already with the data in \S+: http:\/\/127\.0\.0\.1:\d+, process \d+\.$/,
  )

  await expectServesUnread(instance)
  expect(await instance.end('SIGTERM')).toBe(0)
  expect(existsSync(mark())).toBe(false)
})

/** Whoever reads its log may go: it serves on. */
async function expectServesUnread({ address, leave }: Awaited<ReturnType<typeof startInstance>>) {
  leave()
  // An action that isn't there is something to print.
  const headers = { 'next-action': '0'.repeat(42), 'content-type': 'text/plain' }
  await fetch(`${address}/sign-in`, { method: 'POST', headers, body: '[]' })
  expect((await fetch(`${address}/api/health/ready`)).status).toBe(200)
}

test('two starts at the same moment on an empty folder: one serves, one says so', async () => {
  const starts = await Promise.all(
    [variables, { ...variables, PORT: await freePort() }].map((one) =>
      startInstance(one).then(
        (instance) => running.push(instance) && 'serves',
        (error: Error) => (error.message.includes('runs already') ? 'says so' : error.message),
      ),
    ),
  )
  expect(starts.sort()).toEqual(['says so', 'serves'])
})

test('after the death of everything the next start recovers, and adopts a database that outlived its parent', async () => {
  const first = await start()
  await query(`update documents set title = 'Kept' where code = 'SALVADOR-2010'`)
  const dead = serverPid()
  await first.end('SIGKILL')
  process.kill(dead, 'SIGKILL')

  const second = await start()
  expect(await query('select title from documents')).toEqual([{ title: 'Kept' }])
  const server = serverPid()
  await second.end('SIGKILL')

  const third = await start()
  expect(serverPid()).toBe(server)
  expect(await third.end('SIGINT')).toBe(0)
  expect(existsSync(mark())).toBe(false)
})

test('when its database dies it waits for it and serves on; when it has gone for good, it ends and says why', async () => {
  const instance = await start()
  const back = () => instance.output().split('The embedded database is back').length - 1
  const [backend] = await query("select pid from pg_stat_activity where backend_type = 'checkpointer'")
  for (const [deaths, pid] of [backend.pid, serverPid()].entries()) {
    process.kill(pid, 'SIGKILL')
    await until(() => back() > deaths)
    expect((await fetch(`${instance.address}/api/health/ready`)).status).toBe(200)
  }
  expect(await instance.end('SIGTERM')).toBe(0)
  expect(existsSync(mark())).toBe(false)

  const last = await start()
  appendFileSync(join(folder, 'postgres/postgresql.conf'), 'port = none\n')
  process.kill(serverPid(), 'SIGKILL')
  expect(await last.ended()).toBe(1)
  expect(last.output()).toMatch(
    /The embedded database has gone\. The embedded PostgreSQL can't start \(config.*postgres\.log says more/,
  )
})

/** The mark of a crash, and enough to recover that it takes a while. */
async function crash() {
  const instance = await start()
  await query('create table big as select repeat(md5(n::text), 30) from generate_series(1, 150000) n')
  const server = serverPid()
  await instance.end('SIGKILL')
  process.kill(server, 'SIGKILL')
}

/** A start whose database recovers from a crash just now. */
async function startToRecover() {
  const child = spawnCommand('lib/cli/start.ts', variables)
  await until(() => /redo starts/.test(postgresLog()))
  return child
}

test('told to end while its database recovers, it ends after it; a database that hangs then is ended and started again', async () => {
  await crash()
  spawnSync('cp', ['-a', folder, `${folder}.crashed`])
  const told = await startToRecover()
  told.kill('SIGTERM')
  await once(told, 'close')
  expect(existsSync(mark())).toBe(false)

  rmSync(folder, { recursive: true })
  renameSync(`${folder}.crashed`, folder)
  const killed = await startToRecover()
  const server = serverPid()
  killed.kill('SIGKILL')
  process.kill(server, 'SIGINT')

  await start()
  expect(serverPid()).not.toBe(server)
})

test('a port that is taken is named at once', async () => {
  const other = createServer().listen(Number(variables.PORT), '127.0.0.1')
  await once(other, 'listening')
  const { code, output } = await runCommand('lib/cli/start.ts', variables)
  other.close()
  expect(code).toBe(1)
  expect(output).toMatch(
    /^Another program listens on 127\.0\.0\.1, port \d+: set another PORT, such as PORT=\d+ npm start\.$/,
  )
})

test.each([
  [{ PORT: 'http' }, /PORT: give a number/],
  [{ DATA_DIR: '/dev/null/data' }, /^The data folder \/dev\/null\/data can't be written .*: set DATA_DIR/],
  [{ DATA_DIR: '/proc/none' }, /^The data folder \/proc\/none can't be written .*: set DATA_DIR/],
  [
    { DATABASE_URL: 'postgresql://ada:secret@127.0.0.1:1/x' },
    /^No PostgreSQL can be reached at 127\.0\.0\.1:1, .*correct/,
  ],
  [{ ADMIN_EMAIL: 'ada@example.org', ADMIN_PASSWORD: 'short' }, /\nADMIN_PASSWORD: Use at least \d+ characters\.$/],
])('%o is refused in plain words', async (setting, sentence) => {
  const { code, output } = await runCommand('lib/cli/start.ts', { ...variables, ...setting })
  expect(code).toBe(1)
  expect(output).toMatch(sentence)
  expect(output).not.toMatch(/secret|\n +at /)
})

test('with ADMIN_EMAIL and ADMIN_PASSWORD the first account is there, and no link is printed; on IPv6 too', async () => {
  const { output } = await start({
    HOST: '::1',
    ADMIN_EMAIL: 'ada@example.org',
    ADMIN_PASSWORD: 'correct horse battery',
  })
  expect(output()).toContain(`Followthrough is ready: http://[::1]:${variables.PORT}`)
  expect((await fetch(`http://[::1]:${variables.PORT}/api/health/ready`)).status).toBe(200)
  expect(output()).not.toContain('/setup')
  expect(await query('select email, role from users')).toEqual([{ email: 'ada@example.org', role: 'administrator' }])

  // What its database prints is nobody else's to read, and of our secrets it knows nothing.
  expect(statSync(join(folder, 'postgres.log')).mode & 0o777).toBe(0o600)
  expect(readFileSync(join(folder, 'postgres/pg_hba.conf'), 'utf8')).toBe('local all all trust\n')
  const environment = `/proc/${serverPid()}/environ`
  if (existsSync(environment)) expect(readFileSync(environment, 'utf8')).not.toContain('correct horse')
})

test('a path too long for a socket, and a folder closed to others, are no hindrance', async () => {
  const deep = join(folder, 'closed', 'a-folder-with-a-rather-long-name'.repeat(3))
  spawnSync('mkdir', ['-p', '-m', '700', join(folder, 'closed')])
  const { end } = await start({ DATA_DIR: deep })
  expect(statSync(join(deep, 'postgres')).mode & 0o777).toBe(0o700)
  expect(await end('SIGTERM')).toBe(0)
})
