import type pg from 'pg'
import { explain } from '@/lib/cli/problem'
import { type Place, reach } from './find-or-start'
import { stopServer } from './stop'

type Held = { client: pg.Client; ended: Promise<void> }

/**
 * Keeps a server running. Waits for it while it recovers by itself, as after the crash of one of its processes, and
 * starts it again if it has ended. `gone` resolves with the reason if that fails.
 */
export function keepHold(place: Place, first: Held) {
  const stopping = new AbortController()
  let state: 'held' | 'lost' | 'gone' = 'held'

  async function follow(): Promise<string> {
    for (let { ended } = first; ; ) {
      await ended
      stopping.signal.throwIfAborted()
      state = 'lost'
      place.say('The connection to the embedded database was lost: waiting for it.')
      const reached = await reach(place, stopping.signal)
      if (reached.state === 'taken') return `Another process has since taken the database: ${reached.by}.`
      state = 'held'
      place.say('The embedded database is back.')
      ended = reached.ended
    }
  }

  const following = follow()
    .catch((error: unknown) => `The embedded database has gone. ${explain(error)}`)
    .finally(() => {
      if (state === 'lost') state = 'gone'
    })
  const gone = following.then((why) => (stopping.signal.aborted ? new Promise<string>(() => {}) : why))

  async function stop() {
    const before = state
    stopping.abort()
    if (before === 'lost') await following
    if (before !== 'gone') await stopServer(place.data, { recovering: before === 'lost' })
  }

  return { gone, stop }
}
