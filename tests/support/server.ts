import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, openSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import type { TestProject } from 'vitest/node'
import { migrate } from '@/lib/cli/migrate'
import { accountFor } from '@/lib/cli/postgres/account'
import { addressOf } from '@/lib/cli/postgres/socket'

declare module 'vitest' {
  interface ProvidedContext {
    /** The address of the server's default database, in which others are created. */
    server: string
    /** Whether this is the oldest PostgreSQL that we support. */
    oldest: boolean
  }
}

type Programs = { initdb: string; postgres: string }

/** Data need not survive a crash. */
const settings = [
  ...['fsync=off', 'synchronous_commit=off', 'full_page_writes=off', 'max_connections=300', 'listen_addresses='],
  ...['timezone=UTC'],
]

/** Starts a server in a temporary folder, with a migrated template that each test file copies. */
export async function serveTests(project: TestProject, { initdb, postgres }: Programs, oldest: boolean) {
  const folder = mkdtempSync(join(tmpdir(), 'followthrough-tests-'))
  const account = accountFor(folder)
  account.own(folder)

  const made = account.program(initdb, [
    '-U',
    'app',
    '-A',
    'trust',
    '-E',
    'UTF8',
    '--locale=C.UTF-8',
    '-N',
    '-D',
    folder,
  ])
  const { status, stderr } = spawnSync(made.file, made.args, { ...made.options, encoding: 'utf8' })
  if (status !== 0) throw new Error(`No database for the tests: ${stderr}`)

  const log = openSync(`${folder}.log`, 'a')
  const flags = ['-D', folder, '-k', folder, ...settings.flatMap((setting) => ['-c', setting])]
  const { file, args, options } = account.program(postgres, flags)
  const server = spawn(file, args, { ...options, stdio: ['ignore', log, log] })
  reap(server, folder)

  const mark = join(folder, 'postmaster.pid')
  while (!existsSync(mark) || !/^ready/m.test(readFileSync(mark, 'utf8'))) await pause(20)
  await makeTemplate(folder)
  project.provide('server', addressOf(folder, 'postgres'))
  project.provide('oldest', oldest)

  return async () => {
    server.kill('SIGINT')
    while (existsSync(mark)) await pause(20)
    for (const left of [folder, `${folder}.log`]) rmSync(left, { recursive: true, force: true })
  }
}

async function makeTemplate(folder: string) {
  const client = new pg.Client({ connectionString: addressOf(folder, 'postgres') })
  await client.connect()
  await client.query('create database template_app')
  await migrate(addressOf(folder, 'template_app'))
  await client.query('alter database template_app with is_template true allow_connections false')
  await client.end()
}

/** Stops the server after vitest is killed, which runs no teardown then. */
function reap({ pid }: ChildProcess, folder: string) {
  const alive = (number?: number) => `kill -0 ${number} 2>/dev/null`
  const script = `while ${alive(process.pid)}; do sleep 0.5; done
    kill -INT ${pid}; while ${alive(pid)}; do sleep 0.1; done; rm -rf "${folder}" "${folder}.log"`
  spawn('sh', ['-c', script], { detached: true, stdio: 'ignore' }).unref()
}
