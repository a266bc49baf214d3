import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { constants, setPriority } from 'node:os'
import { Readable, Writable } from 'node:stream'

/** What a process may take: milliseconds, bytes of memory and of its objects. */
export type ProcessLimits = { time: number; memory: number; heap: number }

const limiter = ['/usr/bin/prlimit', '/bin/prlimit'].find((path) => existsSync(path))

/**
 * Starts a program in a process of its own, with a pipe for what it is given and one for its answer. Its environment is
 * empty, so it knows no database and no secret.
 */
export function startLimited(program: string, parameters: string[], { time, memory, heap }: ProcessLimits) {
  const flags = [`--max-old-space-size=${heap / 1024 ** 2}`, '--disallow-code-generation-from-strings']
  const node = [process.execPath, ...flags, program, ...parameters]
  const [command = '', ...args] = [...limited(time, memory), ...node]
  const child = spawn(command, args, {
    cwd: process.cwd(),
    env: { NODE_ENV: 'production' },
    stdio: ['pipe', 'ignore', 'ignore', 'pipe'],
  })
  if (child.pid !== undefined) giveWay(child.pid)
  const [input, , , output] = child.stdio
  if (!(input instanceof Writable && output instanceof Readable)) throw new Error('A process has no pipes.')
  return { child, input, output }
}

/**
 * Limits the process by the system too, in case this process dies first. The code of programs counts as data, so the limit
 * of memory is wider there. Two cores use up processor time twice as fast as time passes.
 */
const limited = (time: number, memory: number) =>
  limiter === undefined ? [] : [limiter, '--core=0', `--cpu=${Math.ceil(time / 500)}`, `--data=${memory * 4}`, '--']

/** Lets everything else on the machine go first. The process may have ended already. */
function giveWay(pid: number) {
  try {
    setPriority(pid, constants.priority.PRIORITY_BELOW_NORMAL)
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ERR_SYSTEM_ERROR')) throw error
  }
}
