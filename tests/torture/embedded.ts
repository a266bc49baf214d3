import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import { embeddedUrl } from '@/lib/cli/postgres/open'
import type { Lifetime } from '@/lib/cli/process-lifetime'
import { freePort, startInstance } from '../support/instance'
import { assignmentIn, backAt, checkKept, tokenIn } from './check'
import { load, unlimited } from './load'

type Instance = Awaited<ReturnType<typeof startInstance>>

/** Kills the process, its database, a process of the database, or all of them while people write. */
export async function embedded(rounds: number, life: Lifetime) {
  const folder = mkdtempSync(join(tmpdir(), 'followthrough-torture-'))
  const variables = { DATA_DIR: folder, PORT: await freePort(), ...unlimited }
  let instance = await startInstance(variables)
  life.onEnd(async () => {
    await instance.end('SIGTERM')
    rmSync(folder, { recursive: true, force: true })
  })
  const token = await tokenIn(variables)
  const assignment = await assignmentIn(instance.address, token)
  const working = load({ address: instance.address, token, assignment }, { writers: 6, readers: 2 })
  const postmaster = () => Number(readFileSync(join(folder, 'postgres/postmaster.pid'), 'utf8').split('\n')[0])
  const restart = async (): Promise<Instance> => {
    await instance.ended()
    return startInstance(variables)
  }

  const faults: Record<string, () => Promise<void>> = {
    async 'the server is killed'() {
      void instance.end('SIGKILL')
      instance = await restart()
    },
    async 'its database is killed'() {
      process.kill(postmaster(), 'SIGKILL')
    },
    async 'a process of its database is killed'() {
      process.kill(await backend(folder), 'SIGKILL')
    },
    async 'both are killed'() {
      const database = postmaster()
      void instance.end('SIGKILL')
      process.kill(database, 'SIGKILL')
      instance = await restart()
    },
  }
  for (let round = 1; round <= rounds; round++) {
    for (const [what, fault] of Object.entries(faults)) {
      life.signal.throwIfAborted()
      await pause(500)
      await fault()
      await backAt(instance.address)
      console.log(`Embedded, round ${round}: ${what}; it serves on.`)
    }
  }
  await working.stop()
  console.log(await checkKept(variables, working.acknowledged), Object.fromEntries(working.statuses))
}

/** Returns the ID of any database process of ours that is running a query. */
async function backend(folder: string) {
  const client = new pg.Client({ connectionString: embeddedUrl(folder) })
  client.on('error', () => {})
  await client.connect()
  const { rows } = await client.query<{ pid: number }>(
    "select pid from pg_stat_activity where datname = 'app' and pid <> pg_backend_pid() order by query_start desc limit 1",
  )
  await client.end()
  return rows[0]?.pid ?? 0
}
