import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, expect, test } from 'vitest'
import { accountFor } from '@/lib/cli/postgres/account'
import { openPool } from '@/lib/platform/connection'
import { freePort, runCommand, startInstance } from '../support/instance'
import { pgbouncer } from '../support/programs'

const folder = mkdtempSync(join(tmpdir(), 'followthrough-pgbouncer-'))
const server = new URL(process.env.DATABASE_URL ?? '')
const account = accountFor(folder)
account.own(folder)
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** Starts PgBouncer before the database of these tests, with only the settings that docs/operation.md names. */
async function poolerIn(mode: string) {
  const port = await freePort()
  const database = server.pathname.slice(1)
  const file = join(folder, `${mode}.ini`)
  writeFileSync(
    file,
    `[databases]
${database} = host=${server.searchParams.get('host')} dbname=${database} user=app
[pgbouncer]
listen_addr = 127.0.0.1
listen_port = ${port}
unix_socket_dir =
auth_type = any
pool_mode = ${mode}
default_pool_size = 40
`,
  )
  const { file: program, args, options } = account.program(pgbouncer, ['-q', file])
  const child = spawn(program, args, { ...options, stdio: 'ignore' })
  while (!(await listens(Number(port)))) await pause(50)
  return {
    url: `postgresql://app@127.0.0.1:${port}/${database}`,
    async end() {
      child.kill('SIGQUIT')
      await once(child, 'close')
    },
  }
}

const listens = (port: number) =>
  new Promise<boolean>((resolve) => {
    const socket = connect(port, '127.0.0.1')
    socket.once('connect', () => resolve(true)).once('error', () => resolve(false))
    socket.once('connect', () => socket.destroy())
  })

const key = 'SALVADOR-2010-17.1'

/** Creates a person on the console behind a pooler. Returns the headers of their requests. */
async function writer(console: (...args: string[]) => ReturnType<typeof runCommand>) {
  const email = 'pooled@example.org'
  const made = await console('user', 'create', '--email', email, '--name', 'Pooled', '--role', 'coordinator')
  expect(made).toMatchObject({ code: 0 })
  const { output } = await console('token', 'create', '--user', email, '--name', 'Pooled')
  return { authorization: `Bearer ${output.split('\n').at(-1)}`, 'content-type': 'application/json' }
}

let made: ReturnType<typeof writer> | undefined

test.each(['transaction', 'session'] as const)(
  'behind PgBouncer in %s mode it starts, reads and writes',
  async (mode) => {
    const pooler = await poolerIn(mode)
    const variables = { DATABASE_URL: pooler.url, DATA_DIR: folder, PORT: await freePort() }
    const instance = await startInstance(variables)
    const console = (...args: string[]) => runCommand('lib/cli/manage.ts', variables, args)
    made ??= writer(console)
    const headers = await made

    const ask = async (path: string, body?: object) => {
      const sent = body && { method: 'POST', body: JSON.stringify(body) }
      return (await fetch(`${instance.address}/api/v1/${path}`, { headers, ...sent })).status
    }
    const rounds = Array.from({ length: 8 }, async () => {
      const statuses: number[] = []
      for (let round = 0; round < 3; round++) {
        statuses.push(
          await ask(`recommendations/${key}/annotations`, { body: 'Seen.' }),
          await ask('me'),
          await ask('recommendations'),
          await ask(`recommendations/${key}`),
        )
      }
      return statuses
    })
    expect(new Set((await Promise.all(rounds)).flat())).toEqual(new Set([201, 200]))
    // By then in both modes.
    if (mode === 'session') expect((await console('history', 'verify')).output).toMatch(/^The history is whole/)

    expect(await instance.end('SIGTERM')).toBe(0)
    await pooler.end()
  },
)

test.each(['session', 'transaction'] as const)(
  'in %s mode every statement has its time zone and its limits',
  async (mode) => {
    const pooler = await poolerIn(mode)
    const pool = openPool(pooler.url, mode)
    const settings = `select current_setting('timezone') || ' ' || current_setting('statement_timeout') || ' '
    || current_setting('lock_timeout') || ' ' || current_setting('idle_in_transaction_session_timeout') as all`
    const asked = await Promise.all(Array.from({ length: 12 }, () => pool.query({ name: 'settings', text: settings })))
    expect(new Set(asked.map(({ rows }) => rows[0].all))).toEqual(new Set(['UTC 15s 8s 15s']))

    const client = await pool.connect()
    await client.query('begin')
    expect((await client.query(settings)).rows).toEqual([{ all: 'UTC 15s 8s 15s' }])
    await client.query('commit')
    client.release()
    await pool.end()
    await pooler.end()
  },
)

test('in statement mode it refuses to start, and says why', async () => {
  const pooler = await poolerIn('statement')
  const { code, output } = await runCommand('lib/cli/start.ts', { DATABASE_URL: pooler.url, DATA_DIR: folder })
  expect([code, output]).toEqual([1, expect.stringMatching(/^The pooler of DATABASE_URL is in statement mode: set it/)])
  await pooler.end()
})
