import 'server-only'
import { scan, type Verdict } from '@/lib/platform/clamd'
import { config } from '@/lib/platform/config'
import { openFile, prepareRemoval, settleFile } from '@/lib/platform/file-store'
import { log } from '@/lib/platform/log'
import { logSecurity } from '@/lib/platform/security-log'
import type { Unread } from './reading'
import { failImport, NotOurs, type Taken } from './take-import'

/** Thrown if clamd is away. The import waits for it. */
export class ScannerAway extends Error {
  override name = 'ScannerAway'
}

/**
 * Scans the file of an import before anything reads it, where the instance scans files. Returns why it must not be read.
 * The content of an infected file is removed. Throws `ScannerAway`.
 */
export async function refusesScan(taken: Taken): Promise<Unread | undefined> {
  const { id, storedAs } = taken
  const content = config.CLAMD_SOCKET && storedAs !== null ? await openFile(storedAs) : undefined
  if (!config.CLAMD_SOCKET || storedAs === null || !content) return undefined

  const verdict = await verdictOn(config.CLAMD_SOCKET, content)
  if (verdict.found === 'nothing') return undefined
  if (verdict.found === 'malware') return { ok: false, code: 'import_infected', params: { malware: verdict.name } }
  log.warn({ import: id, reason: verdict.answer }, 'A file could not be scanned.')
  return { ok: false, code: 'import_not_scanned', params: {} }
}

async function verdictOn(socket: string, content: AsyncIterable<Uint8Array>): Promise<Verdict> {
  try {
    return await scan(socket, content)
  } catch (error) {
    throw new ScannerAway('The scanner does not answer.', { cause: error })
  }
}

/** Ends an import whose file must not be read. Removes its content if it is infected. */
export async function failScan(taken: Taken, refusal: Unread) {
  const { id, storedAs } = taken
  if (refusal.code !== 'import_infected' || storedAs === null) return failImport(taken, refusal)

  await prepareRemoval(storedAs)
  const failed = await failImport(taken, refusal, { removed: true })
  await settleFile(storedAs, !failed)
  if (!failed) throw new NotOurs('The import was taken from this process.')
  await logSecurity('infected_file', { subject: id, malware: String(refusal.params.malware) })
}
