import { setTimeout as pause } from 'node:timers/promises'
import { explain } from './problem'

const patience = 15_000

/** As they are at first: what says why we end is for people, whatever becomes of the rest. */
const { log, error: complain } = console

/** A command from its first moment to its last: however it ends, what it opened is closed, in reverse order, once. */
export type Lifetime = {
  /** Aborts what is under way when the end has come. */
  signal: AbortSignal
  onEnd(close: () => Promise<unknown>): void
  /** Ends the process; a second call changes nothing. */
  end(code: number, sentence?: string): void
}

/** Runs a command that ends by itself, or, if it `stays`, goes on until somebody ends it. */
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
  // When whoever read what we say has gone, there is nobody to tell: not even that.
  for (const output of [process.stdout, process.stderr]) output.on('error', () => {})

  // npm may be killed without a word to us.
  const parent = process.ppid
  if (process.env.npm_lifecycle_event) setInterval(() => process.ppid !== parent && life.end(0), 500).unref()
}
