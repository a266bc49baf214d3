import { setTimeout as pause } from 'node:timers/promises'
import { explain } from './problem'

const patience = 15_000

/**
 * The console functions as they were at first. They print why the process ends, even after the others were redirected
 * to the log.
 */
const { log, error: complain } = console

/** A command from start to end. However it ends, everything that it opened is closed once, in reverse order. */
export type Lifetime = {
  /** Aborted when the command ends, to stop the work in progress. */
  signal: AbortSignal
  onEnd(close: () => Promise<unknown>): void
  /** Ends the process. Further calls have no effect. */
  end(code: number, sentence?: string): void
}

/** Runs a command that ends by itself or, if it `stays`, runs until something ends it. */
export function live(work: (life: Lifetime) => Promise<unknown>, { stays = false } = {}) {
  const aborting = new AbortController()
  const closing: (() => Promise<unknown>)[] = []
  let working: Promise<unknown> = Promise.resolve()

  async function close(code: number) {
    aborting.abort()
    await Promise.race([working.catch(() => {}), pause(patience, undefined, { ref: false })])
    for (const one of closing.reverse()) await one().catch((error: unknown) => complain(explain(error)))
    process.exit(code)
  }

  const life: Lifetime = {
    signal: aborting.signal,
    onEnd: (one) => closing.push(one),
    end(code, sentence) {
      if (aborting.signal.aborted) return
      if (sentence) (code === 0 ? log : complain)(sentence)
      void close(code)
    },
  }

  endWith(life)
  working = work(life)
  working.then(
    () => stays || life.end(0),
    (error) => life.end(1, explain(error)),
  )
}

function endWith(life: Lifetime) {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => life.end(0))
  process.on('uncaughtException', (error) => life.end(1, explain(error)))
  // The reader of our output has gone, so an error message would reach no one either.
  for (const output of [process.stdout, process.stderr]) output.on('error', () => {})

  // npm can be killed without our process being told.
  const parent = process.ppid
  if (process.env.npm_lifecycle_event) setInterval(() => process.ppid !== parent && life.end(0), 500).unref()
}
