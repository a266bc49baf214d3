import 'server-only'
import { sendsMail } from '@/lib/platform/mail'
import { repeat } from '@/lib/platform/repeat-work'
import { makeMails } from './make-mails'
import { notify } from './notify'
import { sendMails } from './send-mails'

/** The times between two looks for new events and for emails, in milliseconds. */
const between = { events: 1_000, mails: 10_000 }

const failure = 'Notifications could not be made.'

/**
 * Makes notifications, and sends them by email where that is set up, until the signal ends it. If the database is away,
 * it goes on once that is back.
 */
export function runNotifier(signal: AbortSignal) {
  void repeat({ signal, interval: between.events, failure }, notify)
  if (sendsMail) {
    void repeat({ signal, interval: between.mails, failure }, async () => {
      await makeMails()
      await sendMails()
    })
  }
}
