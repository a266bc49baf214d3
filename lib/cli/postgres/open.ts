import { existsSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import { Problem } from '../problem'
import { accountFor } from './account'
import { binaries } from './binaries'
import { makeCluster, removeUnfinished } from './cluster'
import { tryToHold } from './lock'
import { pidFile, serverPid } from './pid-file'
import { serverIn } from './server'
import { addressOf, makeSocketFolder, socketFolder } from './socket'

/** The one database server of a data folder: ours to stop, or held by another process of Followthrough. */
export type Cluster =
  | { url: string; ours: true; gone: Promise<void>; stop(): Promise<void> }
  | { url: string; ours: false; holder: string }

const longestStart = 30_000
const longestStop = 60_000

/** Where the embedded database of a data folder can be reached while it runs. */
export const embeddedUrl = (folder: string) => addressOf(socketFolder(join(folder, 'postgres')), 'app')

/** Whether the embedded database of a data folder runs, so far as its mark tells. */
export const isRunning = (folder: string) => existsSync(pidFile(join(folder, 'postgres')))

/** Opens the embedded database, made, started or adopted as needed. `holder` says who has it, to whoever comes next. */
export async function openCluster(folder: string, holder: string, signal: AbortSignal): Promise<Cluster> {
  const data = join(folder, 'postgres')
  refuseForeign(data)
  const account = accountFor(data)
  const { initdb, postgres } = await binaries()
  if (!existsSync(data)) await makeCluster(initdb, data, account)

  const socket = socketFolder(data)
  makeSocketFolder(socket, data, account)
  const server = serverIn({ postgres, data, socket, log: join(folder, 'postgres.log'), account })
  try {
    const cluster = await reach(data, socket, holder, signal, server.start)
    if (cluster.ours) removeUnfinished(folder)
    return cluster
  } catch (error) {
    await server.abandon()
    throw error
  }
}

function refuseForeign(data: string) {
  const [owner, we] = [statSync(data, { throwIfNoEntry: false })?.uid, process.getuid?.()]
  if (we === 0 || owner === undefined || owner === we) return
  throw new Problem(`The database in ${data} belongs to another user: start as that user, or set DATA_DIR elsewhere.`)
}

async function reach(
  data: string,
  socket: string,
  holder: string,
  signal: AbortSignal,
  start: () => void,
): Promise<Cluster> {
  for (let deadline = Date.now() + longestStart; Date.now() < deadline; await pause(25)) {
    signal.throwIfAborted()
    const attempt = await tryToHold(socket, holder)
    if (attempt.state === 'held') return hold(data, socket, attempt.client)
    if (attempt.state === 'taken') return { url: addressOf(socket, 'app'), ours: false, holder: attempt.by }
    if (attempt.state === 'recovering') deadline = Date.now() + longestStart
    else start()
  }
  throw new Problem(`The embedded PostgreSQL doesn't answer: ${data}.log says more.`)
}

async function hold(data: string, socket: string, client: pg.Client): Promise<Cluster> {
  let alive = true
  const gone = new Promise<void>((resolve) => client.once('end', resolve)).then(() => {
    alive = false
  })
  await client.query('create database app').catch((error: unknown) => {
    const there = error instanceof pg.DatabaseError && error.code === '42P04'
    if (!there) throw error
  })

  const pid = serverPid(data)
  async function stop() {
    if (!alive || pid === null) return // It has gone: the number may be another's by now.
    const deadline = Date.now() + longestStop
    for (let signal: NodeJS.Signals | 0 = 'SIGINT'; kill(pid, signal) && Date.now() < deadline; signal = 0) {
      await pause(20)
      if (!existsSync(pidFile(data))) return
    }
  }
  return { url: addressOf(socket, 'app'), ours: true, gone, stop }
}

/** Whether there is such a process, told so by sending it a signal, or none. */
function kill(pid: number, signal: NodeJS.Signals | 0) {
  try {
    return process.kill(pid, signal)
  } catch {
    return false
  }
}
