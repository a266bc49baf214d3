import { existsSync, statSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'
import { Problem } from '../problem'
import { accountFor } from './account'
import { binaries } from './binaries'
import { keepNetworkOut, makeCluster, removeUnfinished } from './cluster'
import { reach } from './find-or-start'
import { keepHold } from './keep-running'
import { pidFile } from './pid-file'
import { addressOf, makeSocketFolder, socketFolder } from './socket'

/** The only database server of a data folder. Either we stop it, or another Followthrough process holds it. */
export type Cluster =
  | { url: string; ours: true; gone: Promise<string>; stop(): Promise<void> }
  | { url: string; ours: false; holder: string }

/** Returns the address of the embedded database of a data folder while it runs. */
export const embeddedUrl = (folder: string) => addressOf(socketFolder(join(folder, 'postgres')), 'app')

/** Returns whether the embedded database of a data folder runs, according to its PID file. */
export const isRunning = (folder: string) => existsSync(pidFile(join(folder, 'postgres')))

type Opening = {
  /** A description of this process, shown to the next one that wants the database. */
  holder: string
  signal: AbortSignal
  say?(sentence: string): void
}

/** Opens the embedded database. Creates, starts or takes over its server as needed, and keeps it running. */
export async function openCluster(folder: string, { holder, signal, say = console.log }: Opening): Promise<Cluster> {
  const data = join(folder, 'postgres')
  refuseForeign(data)
  const account = accountFor(data)
  const { initdb, postgres } = await binaries()
  if (!existsSync(data)) await makeCluster(initdb, data, account)
  keepNetworkOut(data)

  const socket = socketFolder(data)
  makeSocketFolder(socket, data, account)
  const place = { postgres, data, socket, log: join(folder, 'postgres.log'), account, holder, say }
  const reached = await reach(place, signal)
  const url = addressOf(socket, 'app')
  if (reached.state === 'taken') return { url, ours: false, holder: reached.by }

  const held = keepHold(place, reached)
  try {
    await makeDatabase(reached.client)
    removeUnfinished(folder)
  } catch (error) {
    await held.stop()
    throw error
  }
  return { url, ours: true, ...held }
}

function refuseForeign(data: string) {
  const [owner, we] = [statSync(data, { throwIfNoEntry: false })?.uid, process.getuid?.()]
  if (we === 0 || owner === undefined || owner === we) return
  throw new Problem(`The database in ${data} belongs to another user: start as that user, or set DATA_DIR elsewhere.`)
}

async function makeDatabase(client: pg.Client) {
  await client.query('create database app').catch((error: unknown) => {
    const there = error instanceof pg.DatabaseError && error.code === '42P04'
    if (!there) throw error
  })
}
