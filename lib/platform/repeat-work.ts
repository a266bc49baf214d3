import 'server-only'
import { setTimeout as pause } from 'node:timers/promises'
import { log } from './log'

type Repeating = { signal: AbortSignal; interval: number; failure: string }

/**
 * Does some work again and again, with a pause of `interval` milliseconds, until the signal ends it. Work that fails is
 * tried again; the log says `failure` once, until the work succeeds.
 */
export async function repeat({ signal, interval, failure }: Repeating, work: () => Promise<unknown>) {
  let failing = false
  while (!signal.aborted) {
    try {
      await work()
      failing = false
    } catch (error) {
      if (!failing && !signal.aborted) log.warn({ reason: String(error) }, failure)
      failing = true
    }
    await pause(interval, undefined, { signal, ref: false }).catch(() => undefined)
  }
}
