import 'server-only'
import { log } from '@/lib/platform/log'
import { repeat } from '@/lib/platform/repeat-work'
import { checkRows } from './check-rows'
import { importRows } from './import-rows'
import { storeRows } from './store-rows'
import { giveBack, giveUp, keepSheet, lease, NotOurs, type Taken, takeSheet } from './take-sheet'

/** The pause between two looks for spreadsheets, in milliseconds. */
const interval = 1_000

/** Works on spreadsheets as they wait, until the signal ends it. Any number of processes can do this at the same time. */
export function runSheets(signal: AbortSignal) {
  void repeat({ signal, interval, failure: 'Spreadsheets could not be read.' }, () => workOnSheets(signal))
}

const steps = { reading: storeRows, checking: checkRows, importing: importRows }

/** Does what the spreadsheets that wait need, one step after another. */
export async function workOnSheets(signal: AbortSignal = new AbortController().signal) {
  await giveUp()
  while (!signal.aborted) {
    const taken = await takeSheet()
    if (!taken) return
    await workOn(taken, signal)
  }
}

async function workOn(taken: Taken, stop: AbortSignal) {
  const lost = new AbortController()
  const renewing = setInterval(async () => {
    const ours = await keepSheet(taken).catch(() => true)
    if (!ours) lost.abort(new NotOurs('The spreadsheet was taken from this process.'))
  }, lease / 3).unref()
  try {
    await steps[taken.state](taken, AbortSignal.any([stop, lost.signal]))
  } catch (error) {
    await handleFailure(taken, error, stop)
  } finally {
    clearInterval(renewing)
  }
}

/** What the work needs may fail for a while, such as a store that is away. Each attempt waits longer than the one before. */
async function handleFailure(taken: Taken, error: unknown, stop: AbortSignal) {
  if (error instanceof NotOurs) return
  if (stop.aborted) return giveBack(taken, 0, { counts: false })
  log.warn({ sheet: taken.id, reason: String(error) }, 'The work on a spreadsheet failed.')
  await giveBack(taken, 10_000 * 2 ** taken.tries)
}
