import 'server-only'
import { db } from '@/lib/platform/db'
import { settleFile, unsettledFiles } from '@/lib/platform/file-store'

/** Longer than the pause after which the server ends an upload, in milliseconds. */
const idle = 2 * 60_000

/**
 * Ends the arrival of files that a process left behind when it ended suddenly. Files that the database names stay. Other
 * processes may be receiving files in the same folder, so files that were just written to are left alone.
 */
export async function sweepUploads() {
  for (const name of await unsettledFiles(idle)) {
    await settleFile(name, await isNamed(name))
  }
}

async function isNamed(storedAs: string) {
  const where = { storedAs }
  if ((await db.evidence.count({ where })) > 0 || (await db.import.count({ where })) > 0) return true
  return (await db.publicationFile.count({ where })) > 0
}
