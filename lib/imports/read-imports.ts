import 'server-only'
import { log } from '@/lib/platform/log'
import { repeat } from '@/lib/platform/repeat-work'
import { readSource } from './read-source'
import { failScan, refusesScan, ScannerAway } from './scan-source'
import { storeReading } from './store-reading'
import { failImport, giveBack, giveUp, keepImport, lease, NotOurs, type Taken, takeImport } from './take-import'

/** The pause between two looks for imports to read, in milliseconds. */
const interval = 1_000

/** Reads imports as they arrive, until the signal ends it. Any number of processes can do this at the same time. */
export function runImports(signal: AbortSignal) {
  void repeat({ signal, interval, failure: 'Imports could not be read.' }, () => readImports(signal))
}

/** Reads the imports that wait, one after another, the oldest first. */
export async function readImports(signal: AbortSignal = new AbortController().signal) {
  await giveUp()
  while (!signal.aborted) {
    const taken = await takeImport()
    if (!taken) return
    await readImport(taken, signal)
  }
}

async function readImport(taken: Taken, stop: AbortSignal) {
  const holding = hold(taken)
  try {
    const signal = AbortSignal.any([stop, holding.lost])
    const refusal = await refusesScan(taken)
    if (refusal) return await failScan(taken, refusal)
    const source = await readSource(taken, { signal, onProgress: holding.report })
    if (!source.ok) {
      await failImport(taken, source)
      return
    }
    await storeReading(taken, source, { signal, onProgress: holding.report })
  } catch (error) {
    await handleFailure(taken, error, stop)
  } finally {
    holding.end()
  }
}

/** What reads it may fail for a while, such as a store that is away. Each attempt waits longer than the one before. */
async function handleFailure(taken: Taken, error: unknown, stop: AbortSignal) {
  if (error instanceof NotOurs) return
  if (stop.aborted) return giveBack(taken, 0, { counts: false })
  log.warn({ import: taken.id, reason: String(error) }, 'An import could not be read.')
  if (error instanceof ScannerAway) return giveBack(taken, 10_000, { counts: false })
  await giveBack(taken, 10_000 * 2 ** taken.attempts)
}

/** Holds an import while it is read, and writes down its progress from time to time. */
function hold(taken: Taken) {
  const lost = new AbortController()
  let progress = 0
  let written = 0
  const write = async () => {
    written = progress
    const ours = await keepImport(taken, progress).catch(() => true)
    if (!ours) lost.abort(new NotOurs('The import was taken from this process.'))
  }
  const renewing = setInterval(write, lease / 3).unref()
  return {
    lost: lost.signal,
    report(share: number) {
      progress = Math.min(Math.max(share, progress), 1)
      if (progress - written >= 0.05) void write()
    },
    end: () => clearInterval(renewing),
  }
}
