import 'server-only'
import type { ReceivedFile } from './file-place'
import { settleFile } from './file-store'
import type { Result } from './result'

/**
 * Keeps a received file only if the work that names it in a row succeeds and changes something. After an error,
 * `isNamed` finds out whether a row names it; until it answers, the file stays.
 */
export async function keepFile<T>(
  { name }: ReceivedFile,
  work: () => Promise<Result<T>>,
  isNamed: () => Promise<boolean>,
): Promise<Result<T>> {
  let kept: boolean | undefined = false
  try {
    const result = await work()
    kept = result.ok && result.changed
    return result
  } catch (error) {
    kept = await isNamed().catch(() => undefined)
    throw error
  } finally {
    if (kept !== undefined) await settleFile(name, kept)
  }
}
