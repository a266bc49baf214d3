import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync, readlinkSync, realpathSync, rmSync } from 'node:fs'
import { join } from 'node:path'

export const pidFile = (data: string) => join(data, 'postmaster.pid')

/** The process number that the server wrote down; none where no server has. */
function writtenPid(data: string) {
  const file = pidFile(data)
  return existsSync(file) ? Number(readFileSync(file, 'utf8').split('\n')[0]) : null
}

/** The process of the server that runs in a data folder, if one does. */
export function serverPid(data: string) {
  const pid = writtenPid(data)
  return pid && isServerOf(data, pid) ? pid : null
}

/** Removes the mark of a dead server whose number now is another program's, as after a container's restart. */
export function removeStalePid(data: string, socket: string) {
  if (writtenPid(data) === null || serverPid(data) !== null) return
  for (const file of [pidFile(data), join(socket, '.s.PGSQL.5432.lock')]) rmSync(file, { force: true })
}

/** A server works within its data folder. Where that can't be seen, its name must do. */
function isServerOf(data: string, pid: number) {
  try {
    return readlinkSync(`/proc/${pid}/cwd`) === realpathSync(data)
  } catch {
    const { stdout } = spawnSync('ps', ['-o', 'comm=', '-p', String(pid)], { encoding: 'utf8' })
    return /postgres$/.test((stdout ?? 'postgres').trim())
  }
}
