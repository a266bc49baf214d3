import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import { accountFor } from '@/lib/cli/postgres/account'
import { addressOf } from '@/lib/cli/postgres/socket'
import type { Lifetime } from '@/lib/cli/process-lifetime'
import { freePort, startInstance } from '../support/instance'
import { debian } from '../support/programs'
import { assignmentIn, backAt, checkKept, tokenIn } from './check'
import { load, unlimited } from './load'

/**
 * Restarts a separate database server, cuts its connections, makes it read-only, or locks its rows while people write.
 */
export async function external(rounds: number, life: Lifetime) {
  const server = await startServer()
  const folder = mkdtempSync(join(tmpdir(), 'followthrough-torture-data-'))
  const variables = { DATABASE_URL: server.url, DATA_DIR: folder, PORT: await freePort(), ...unlimited }
  const instance = await startInstance(variables)
  life.onEnd(async () => {
    await instance.end('SIGTERM')
    await server.stop()
    for (const left of [folder, server.folder]) rmSync(left, { recursive: true, force: true })
  })
  const token = await tokenIn(variables)
  const assignment = await assignmentIn(instance.address, token)
  const working = load({ address: instance.address, token, assignment }, { writers: 20, readers: 4 })

  const faults: Record<string, () => Promise<unknown>> = {
    'the server restarts': server.restart,
    'all connections are cut, ten times': () => server.run(cutAll, 10),
    'the database is only read for 3 seconds': async () => {
      await server.run(['alter system set default_transaction_read_only = on', 'select pg_reload_conf()'])
      await pause(3_000)
      await server.run(['alter system reset default_transaction_read_only', 'select pg_reload_conf()'])
    },
    'the history is locked for 10 seconds': () =>
      server.run([`begin; select pg_advisory_xact_lock(hashtextextended('events', 0)); select pg_sleep(10); commit`]),
  }
  for (let round = 1; round <= rounds; round++) {
    for (const [what, fault] of Object.entries(faults)) {
      life.signal.throwIfAborted()
      await pause(500)
      await fault()
      await backAt(instance.address)
      console.log(`PostgreSQL 15, round ${round}: ${what}; it serves on.`)
    }
  }
  await working.stop()
  console.log(await checkKept(variables, working.acknowledged), Object.fromEntries(working.statuses))
}

const cutAll = [
  "select pg_terminate_backend(pid) from pg_stat_activity where datname = 'app' and pid <> pg_backend_pid(); select pg_sleep(0.1)",
]

/** Starts a PostgreSQL 15 of its own with an empty database. */
export async function startServer() {
  const folder = mkdtempSync(join(tmpdir(), 'followthrough-torture-server-'))
  const account = accountFor(folder)
  account.own(folder)
  const made = account.program(debian.initdb, [
    '-U',
    'app',
    '-A',
    'trust',
    '-E',
    'UTF8',
    '--locale=C.UTF-8',
    '-D',
    folder,
  ])
  const { status, stderr } = spawnSync(made.file, made.args, { ...made.options, encoding: 'utf8' })
  if (status !== 0) throw new Error(`No database to torture: ${stderr}`)

  const start = async () => {
    const { file, args, options } = account.program(debian.postgres, [
      '-D',
      folder,
      '-k',
      folder,
      '-c',
      'listen_addresses=',
    ])
    const child = spawn(file, args, { ...options, stdio: 'ignore' })
    while (!(await answers(folder))) await pause(50)
    return child
  }
  const stop = async (child: ChildProcess) => {
    const ended = once(child, 'exit')
    child.kill('SIGINT')
    await ended
  }

  let child = await start()
  await runIn(addressOf(folder, 'postgres'), ['create database app'])
  const url = addressOf(folder, 'app')
  return {
    folder,
    url,
    run: (statements: string[], times = 1) => runIn(url, Array.from({ length: times }, () => statements).flat()),
    stop: () => stop(child),
    async restart() {
      await stop(child)
      child = await start()
    },
  }
}

const answers = (folder: string) =>
  runIn(addressOf(folder, 'postgres'), ['select 1']).then(
    () => true,
    () => false,
  )

async function runIn(url: string, statements: string[]) {
  const client = new pg.Client({ connectionString: url })
  client.on('error', () => {})
  try {
    await client.connect()
    for (const statement of statements) await client.query(statement)
  } finally {
    await client.end().catch(() => {})
  }
}
