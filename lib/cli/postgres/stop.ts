import { existsSync } from 'node:fs'
import { setTimeout as pause } from 'node:timers/promises'
import { pidFile, serverPid } from './pid-file'

/**
 * The signals that stop a server, and how long each may take. "immediate" loses no data, but the next start has to
 * recover. During a recovery it is the only signal that works: a fast stop never ends then.
 */
const fast = ['SIGINT', 20_000] as const
const immediate = ['SIGQUIT', 10_000] as const
const killed = ['SIGKILL', 2_000] as const

/** Stops the server that runs in a data folder, if one runs. */
export async function stopServer(data: string, { recovering = false } = {}) {
  const pid = serverPid(data)
  if (pid === null) return
  for (const [signal, patience] of recovering ? [immediate, killed] : [fast, immediate, killed]) {
    if (await endsBy(pid, signal, patience, () => !existsSync(pidFile(data)))) return
  }
}

async function endsBy(pid: number, signal: NodeJS.Signals, patience: number, isOver: () => boolean) {
  send(pid, signal)
  for (const deadline = Date.now() + patience; Date.now() < deadline; await pause(20)) {
    if (isOver() || !send(pid, 0)) return true
  }
  return false
}

/** Sends a signal, or only checks with 0. Returns whether the process exists and we may signal it. */
export function send(pid: number, signal: NodeJS.Signals | 0) {
  try {
    return process.kill(pid, signal)
  } catch {
    return false
  }
}
