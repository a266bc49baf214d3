import 'server-only'
import { setTimeout as pause } from 'node:timers/promises'
import { log } from '@/lib/platform/log'
import { sendsMail } from '@/lib/platform/mail'
import { makeMails } from './make-mails'
import { notify } from './notify'
import { sendMails } from './send-mails'

/** The times between two looks for new events and for emails, in milliseconds. */
const between = { events: 1_000, mails: 10_000 }

/**
 * Makes notifications, and sends them by email where that is set up, until the signal ends it. If the database is away,
 * it goes on once that is back.
 */
export function runNotifier(signal: AbortSignal) {
  void repeat(signal, between.events, notify)
  if (sendsMail) {
    void repeat(signal, between.mails, async () => {
      await makeMails()
      await sendMails()
    })
  }
}

async function repeat(signal: AbortSignal, interval: number, work: () => Promise<unknown>) {
  let failing = false
  while (!signal.aborted) {
    try {
      await work()
      failing = false
    } catch (error) {
      if (!failing && !signal.aborted) log.warn({ reason: String(error) }, 'Notifications could not be made.')
      failing = true
    }
    await pause(interval, undefined, { signal, ref: false }).catch(() => undefined)
  }
}
