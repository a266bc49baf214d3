import { spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, readFileSync, statSync } from 'node:fs'
import { createServer } from 'node:http'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { freePort, runCommand, type startInstance } from '../support/instance'
import { givenOwnFolder, inFolder, mark, ownSettings, query, serverPid, start } from '../support/own-folder'

givenOwnFolder()

test('of two starts at the same moment on an empty folder one serves, up to a page that leads to the first account, and the other says so; a later one too', async () => {
  const ports = [ownSettings().PORT ?? '', await freePort()]
  const starts = await Promise.all(ports.map((PORT) => start({ PORT }).catch((error: Error) => error.message)))
  const [instance, ...more] = starts.filter((one) => typeof one !== 'string')
  if (!instance || more.length > 0) throw new Error(starts.join())
  expect(starts).toContainEqual(expect.stringContaining('runs already'))
  expect(instance.output()).toMatch(/Make the first one here:\n {2}http:\/\/127\.0\.0\.1:\d+\/setup\?code=\S{20,}/)

  const ready = await fetch(`${instance.address}/api/health/ready`)
  expect([ready.status, await ready.json()]).toEqual([200, { status: 'ready' }])
  expect(await query('select count(*)::int as count from recommendations')).toEqual([{ count: 10 }])

  const second = await runCommand('lib/cli/start.ts', { ...ownSettings(), PORT: await freePort() })
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

test('a port that is taken is named at once', async () => {
  const other = createServer().listen(Number(ownSettings().PORT), '127.0.0.1')
  await once(other, 'listening')
  const { code, output } = await runCommand('lib/cli/start.ts', ownSettings())
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
  const { code, output } = await runCommand('lib/cli/start.ts', { ...ownSettings(), ...setting })
  expect(code).toBe(1)
  expect(output).toMatch(sentence)
  expect(output).not.toMatch(/secret|\n +at /)
})

test('with ADMIN_EMAIL and ADMIN_PASSWORD the first account is there, and no link is printed; on IPv6 and deep in a closed folder too', async () => {
  // A path too long for a socket.
  const deep = inFolder('closed', 'a-folder-with-a-rather-long-name'.repeat(3))
  spawnSync('mkdir', ['-p', '-m', '700', inFolder('closed')])
  const { end, output } = await start({
    DATA_DIR: deep,
    HOST: '::1',
    ADMIN_EMAIL: 'ada@example.org',
    ADMIN_PASSWORD: 'correct horse battery',
  })
  expect(output()).toContain(`Followthrough is ready: http://[::1]:${ownSettings().PORT}`)
  expect((await fetch(`http://[::1]:${ownSettings().PORT}/api/health/ready`)).status).toBe(200)
  expect(output()).not.toContain('/setup')
  expect(await query('select email, role from users', deep)).toEqual([
    { email: 'ada@example.org', role: 'administrator' },
  ])

  // What its database prints is nobody else's to read, and of our secrets it knows nothing.
  expect(statSync(join(deep, 'postgres.log')).mode & 0o777).toBe(0o600)
  expect(statSync(join(deep, 'postgres')).mode & 0o777).toBe(0o700)
  expect(readFileSync(join(deep, 'postgres/pg_hba.conf'), 'utf8')).toBe('local all all trust\n')
  const environment = `/proc/${serverPid(deep)}/environ`
  if (existsSync(environment)) expect(readFileSync(environment, 'utf8')).not.toContain('correct horse')
  expect(await end('SIGTERM')).toBe(0)
})
