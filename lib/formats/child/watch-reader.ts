import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import type { FileRefusal } from '../file-refusals'
import { memoryOf } from './memory-of'
import type { ProcessLimits } from './start-limited'

/** How a process ended: by itself, or for a reason that this process had. */
export type End = { refusal?: FileRefusal; code: number | null; signal: NodeJS.Signals | null }

const pause = 50

/** Watches a process until it ends. `end` ends it, and so do a signal and the limits of time and memory. */
export function watchReader(child: ChildProcess, { time, memory }: Omit<ProcessLimits, 'heap'>, signal: AbortSignal) {
  const stopped: { refusal?: FileRefusal } = {}
  const end = (refusal?: FileRefusal) => {
    if (refusal !== undefined) stopped.refusal ??= refusal
    child.kill('SIGKILL')
  }
  const check = (used: number | undefined) => {
    if (used !== undefined && used > memory) end('file_memory')
  }
  const abort = () => end()
  const clock = setTimeout(() => end('file_timed_out'), time)
  const watch = setInterval(() => check(child.pid === undefined ? undefined : memoryOf(child.pid)), pause)
  signal.addEventListener('abort', abort)
  if (signal.aborted) end()

  const closed = once(child, 'close')
    .then(([code, by]): End => ({ ...stopped, code, signal: by }))
    .finally(() => {
      clearTimeout(clock)
      clearInterval(watch)
      signal.removeEventListener('abort', abort)
    })
  // Whoever waits for the end learns of a process that could not start, also if that is later.
  closed.catch(() => {})
  return { end, check, closed }
}
