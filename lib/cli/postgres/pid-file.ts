import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync, readlinkSync, realpathSync, rmSync } from 'node:fs'
import { join } from 'node:path'

export const pidFile = (data: string) => join(data, 'postmaster.pid')

/** Returns the process ID that the server wrote to its file, if there is one. */
function writtenPid(data: string) {
  const file = pidFile(data)
  return existsSync(file) ? Number(readFileSync(file, 'utf8').split('\n')[0]) : null
}

/** Returns the process ID of the server that runs in a data folder, if one runs. */
export function serverPid(data: string) {
  const pid = writtenPid(data)
  return pid && isServerOf(data, pid) ? pid : null
}

/**
 * Removes the PID file of a server that no longer runs. Its process ID may belong to another program now, as after the
 * restart of a container.
 */
export function removeStalePid(data: string, socket: string) {
  if (writtenPid(data) === null || serverPid(data) !== null) return
  for (const file of [pidFile(data), join(socket, '.s.PGSQL.5432.lock')]) rmSync(file, { force: true })
}

/**
 * Returns whether a process is a server of this data folder. A server works in its data folder; if that cannot be read,
 * its name decides.
 */
function isServerOf(data: string, pid: number) {
  try {
    return readlinkSync(`/proc/${pid}/cwd`) === realpathSync(data)
  } catch {
    const { stdout } = spawnSync('ps', ['-o', 'comm=', '-p', String(pid)], { encoding: 'utf8' })
    return /postgres$/.test((stdout ?? 'postgres').trim())
  }
}
