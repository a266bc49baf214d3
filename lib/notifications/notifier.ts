import 'server-only'
import { setTimeout as pause } from 'node:timers/promises'
import { log } from '@/lib/platform/log'
import { notify } from './notify'

/** The time between two looks for new events, in milliseconds. */
const between = 1_000

/** Makes notifications until the signal ends it. If the database is away, it goes on once that is back. */
export async function runNotifier(signal: AbortSignal): Promise<void> {
  let failing = false
  while (!signal.aborted) {
    try {
      await notify()
      failing = false
    } catch (error) {
      if (!failing && !signal.aborted) log.warn({ reason: String(error) }, 'Notifications could not be made.')
      failing = true
    }
    await pause(between, undefined, { signal, ref: false }).catch(() => undefined)
  }
}
