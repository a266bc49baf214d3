import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import { afterEach, beforeEach } from 'vitest'
import { embeddedUrl } from '@/lib/cli/postgres/open'
import { freePort, startInstance } from './instance'

let folder = ''
let variables: Record<string, string> = {}
const running: Awaited<ReturnType<typeof startInstance>>[] = []

/** Gives each test of a file a data folder of its own. Processes that a test starts there end with it. */
export function givenOwnFolder() {
  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'followthrough-start-'))
    variables = { DATA_DIR: folder, PORT: await freePort() }
  })

  afterEach(async () => {
    for (const instance of running.splice(0)) await instance.end('SIGTERM')
    rmSync(folder, { recursive: true, force: true })
  })
}

/** Returns the test's folder, or a path in it. */
export const inFolder = (...path: string[]) => join(folder, ...path)

/** Returns the settings of an instance in the test's folder. */
export const ownSettings = () => variables

export async function start(more: Record<string, string> = {}) {
  const instance = await startInstance({ ...variables, ...more })
  running.push(instance)
  return instance
}

/** Returns the file that exists while PostgreSQL runs. */
export const mark = (data = folder) => join(data, 'postgres', 'postmaster.pid')
export const serverPid = (data = folder) => Number(readFileSync(mark(data), 'utf8').split('\n')[0])

export async function until(isSo: () => boolean) {
  while (!isSo()) await pause(5)
}

/** Runs a query in the database of the test's folder, or of another. */
export async function query(text: string, data = folder) {
  const client = new pg.Client({ connectionString: embeddedUrl(data) })
  await client.connect()
  const { rows } = await client.query(text)
  await client.end()
  return rows
}
