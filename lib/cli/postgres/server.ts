import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { closeSync, fchmodSync, openSync, readFileSync, renameSync, statSync } from 'node:fs'
import { setTimeout as pause } from 'node:timers/promises'
import { Problem } from '../problem'
import type { Account } from './account'
import { removeStalePid } from './pid-file'

type Place = { postgres: string; data: string; socket: string; log: string; account: Account }

const largestLog = 10 * 1024 * 1024

/**
 * Refusals that pass by themselves: another start was first, or child processes of a killed server are still running.
 */
const passing = /lock file "|pre-existing shared memory/

/**
 * The number of refusals after which the PID file counts as left over. Child processes of a killed server take a moment
 * to end.
 */
const patience = 8

const longestStop = 10_000

/** Runs the server of a data folder as a child process. */
export function serverIn(place: Place) {
  let child: ChildProcess | null = null
  let refusals = 0
  let problem: Problem | null = null

  function start() {
    if (problem) throw problem
    if (child) return
    rotate(place.log)
    const before = sizeOf(place.log)
    child = launch(place)
    child.once('error', (error) => {
      problem = new Problem(`The embedded PostgreSQL can't be run (${error.message}): mend that, or set DATABASE_URL.`)
    })
    child.once('exit', () => {
      child = null
      const reason = lastRefusal(place.log, before)
      if (!passing.test(reason)) problem = refused(reason, place.log)
      if (++refusals > patience) removeStalePid(place.data, place.socket)
    })
  }

  /**
   * Ends a server that was started and will not be used. It may be recovering, and only an immediate stop interrupts
   * that.
   */
  async function abandon() {
    if (!child) return
    child.ref()
    const ended = once(child, 'exit')
    child.kill('SIGQUIT')
    if ((await Promise.race([ended, pause(longestStop, 'late', { ref: false })])) === 'late') child.kill('SIGKILL')
    await ended
  }

  return { start, abandon }
}

function launch({ postgres, data, socket, log, account }: Place) {
  const settings = ['listen_addresses=', 'unix_socket_permissions=0700', 'timezone=UTC', 'log_timezone=UTC']
  const flags = ['-D', data, '-k', socket, ...settings.flatMap((setting) => ['-c', setting])]
  const { file, args, options } = account.program(postgres, flags)
  // The log may repeat text that people wrote, so nobody else may read it.
  const output = openSync(log, 'a', 0o600)
  fchmodSync(output, 0o600)
  const child = spawn(file, args, { ...options, stdio: ['ignore', output, output] })
  closeSync(output)
  child.unref()
  return child
}

const sizeOf = (file: string) => statSync(file, { throwIfNoEntry: false })?.size ?? 0

function rotate(log: string) {
  if (sizeOf(log) > largestLog) renameSync(log, `${log}.1`)
}

const refusal = /FATAL: |error while loading /

/** Returns why the server ended, with the next line of its log, which explains it. */
function lastRefusal(log: string, from: number) {
  const lines = readFileSync(log).subarray(from).toString().split('\n')
  const at = lines.findLastIndex((line) => refusal.test(line))
  const [, reason = 'it ended at once'] = lines[at]?.split(refusal) ?? []
  const [, detail] = lines[at + 1]?.split('DETAIL: ') ?? []
  return [reason, ...(at === -1 || detail === undefined ? [] : [detail])].map((part) => part.trim()).join(': ')
}

const refused = (reason: string, log: string) =>
  new Problem(`The embedded PostgreSQL can't start (${reason}): ${log} says more.`)
