import 'server-only'
import { log } from '@/lib/platform/log'
import { repeat } from '@/lib/platform/repeat-work'
import { PublicationTooLarge } from './limits'
import { makeContent, NotReadable } from './make-content'
import { storeContent } from './store-content'
import {
  failPublication,
  giveBack,
  giveUp,
  keepPublication,
  lease,
  type Taken,
  takePublication,
} from './take-publication'

/** The pause between two looks for reports to make, in milliseconds. */
const interval = 1_000

/** Makes the reports that are asked for, until the signal ends it. Any number of processes can do this at the same time. */
export function runPublications(signal: AbortSignal) {
  void repeat({ signal, interval, failure: 'Reports could not be made.' }, () => makePublications(signal))
}

/** Makes the reports that wait, one after another, the oldest first. */
export async function makePublications(signal: AbortSignal = new AbortController().signal) {
  await giveUp()
  while (!signal.aborted) {
    const taken = await takePublication()
    if (!taken) return
    await makePublication(taken, signal)
  }
}

async function makePublication(taken: Taken, stop: AbortSignal) {
  const holding = hold(taken)
  try {
    await storeContent(taken, await makeContent(taken, holding.report))
  } catch (error) {
    await handleFailure(taken, error, stop)
  } finally {
    holding.end()
  }
}

async function handleFailure(taken: Taken, error: unknown, stop: AbortSignal) {
  if (error instanceof PublicationTooLarge) return failPublication(taken, 'publication_too_large')
  if (error instanceof NotReadable) return failPublication(taken, 'publication_scope_gone')
  if (stop.aborted) return giveBack(taken, 0, { counts: false })
  log.warn({ publication: taken.id, reason: String(error) }, 'A report could not be made.')
  await giveBack(taken, 10_000 * 2 ** taken.attempts)
}

/** Holds a report while it is made, and writes down its progress from time to time. */
function hold(taken: Taken) {
  let progress = 0
  let written = 0
  const write = () => {
    written = progress
    void keepPublication(taken, progress).catch(() => undefined)
  }
  const renewing = setInterval(write, lease / 3).unref()
  return {
    report(share: number) {
      progress = Math.min(Math.max(share, progress), 1)
      if (progress - written >= 0.1) write()
    },
    end: () => clearInterval(renewing),
  }
}
