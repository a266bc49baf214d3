import { setTimeout as pause } from 'node:timers/promises'
import type pg from 'pg'
import { Problem } from '@/lib/cli/problem'
import { tryToHold } from './lock'
import { serverIn } from './server'
import { stopServer } from './stop'

/** A data folder, the server that can run in it, and the process that wants to hold it. */
export type Place = Parameters<typeof serverIn>[0] & {
  holder: string
  /** Prints a sentence for the person who waits. */
  say(sentence: string): void
}

type Reached = { state: 'held'; client: pg.Client; ended: Promise<void> } | { state: 'taken'; by: string }

const longestStart = 25_000
const longestRecovery = 10 * 60_000
const longestStop = 10_000
const silentFor = 3_000

/** Waits for the server of a data folder, starts it if none runs, and holds it unless another process does. */
export async function reach(place: Place, signal: AbortSignal): Promise<Reached> {
  const server = serverIn(place)
  try {
    return await tryUntilReached(place, signal, server.start)
  } catch (error) {
    await server.abandon()
    throw error
  }
}

async function tryUntilReached(place: Place, signal: AbortSignal, start: () => void): Promise<Reached> {
  const recovery = waitingFor('recovering')
  const stop = waitingFor('stopping')
  const other = waitingFor('unreachable')
  let announced = false

  for (; other.time() < longestStart && recovery.time() < longestRecovery; await pause(25)) {
    signal.throwIfAborted()
    const attempt = await tryToHold(place.socket, place.holder)
    if (attempt.state === 'held' || attempt.state === 'taken') return attempt

    for (const wait of [recovery, stop, other]) wait.note(attempt.state)
    if (attempt.state === 'unreachable') start()
    if (stop.time() > longestStop) await stopServer(place.data, { recovering: true })
    if (recovery.time() > silentFor && !announced)
      place.say('The database recovers after a crash. This may take minutes …')
    announced ||= recovery.time() > silentFor
  }
  throw new Problem(
    `The embedded PostgreSQL doesn't answer: ${place.log} says more. End its processes by hand if it says nothing.`,
  )
}

/** Measures for how long the server has been in one state without interruption, in milliseconds. */
function waitingFor(state: string) {
  let since: number | null = null
  return {
    note(current: string) {
      since = current === state ? (since ?? Date.now()) : null
    },
    time: () => (since === null ? 0 : Date.now() - since),
  }
}
