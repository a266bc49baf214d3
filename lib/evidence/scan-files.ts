import 'server-only'
import { change } from '@/lib/history/change'
import { scan } from '@/lib/platform/clamd'
import { config } from '@/lib/platform/config'
import { db } from '@/lib/platform/db'
import { openFile, prepareRemoval, settleFile } from '@/lib/platform/file-store'
import { log } from '@/lib/platform/log'
import { repeat } from '@/lib/platform/repeat-work'
import { ok, unchanged } from '@/lib/platform/result'
import { logSecurity } from '@/lib/platform/security-log'
import { readersOf } from './policy'

type Waiting = NonNullable<Awaited<ReturnType<typeof firstWaiting>>>

/** The files at which clamd ended. They wait for the others, so that no file stops the rest. */
const failed = new Set<string>()

/** While clamd is away, all files fail, one after another. More than this many need not be remembered. */
const mostFailed = 100

const firstWaiting = () =>
  db.evidence.findFirst({
    where: { scan: 'pending', storedAs: { not: null }, id: { notIn: [...failed] } },
    orderBy: [{ addedAt: 'asc' }, { id: 'asc' }],
    select: {
      id: true,
      assignmentId: true,
      storedAs: true,
      audience: true,
      assignment: { select: { organizationId: true, recommendationId: true } },
    },
  })

/** The pause between two looks for files to scan, in milliseconds. */
const pause = 1_000

/** Scans files as they arrive, until the signal ends it. While clamd is away, files wait. */
export function runScanner(signal: AbortSignal) {
  if (!config.CLAMD_SOCKET) return
  void repeat({ signal, interval: pause, failure: 'Files could not be scanned.' }, () => scanFiles(signal))
}

/** Scans the files that wait for it, one after another, the oldest first. Throws if clamd or the files are away. */
export async function scanFiles(signal?: AbortSignal) {
  if (!config.CLAMD_SOCKET) return
  for (let waiting = await nextWaiting(); waiting && !signal?.aborted; waiting = await nextWaiting()) {
    failed.add(waiting.id)
    await scanFile(config.CLAMD_SOCKET, waiting)
    failed.delete(waiting.id)
  }
}

async function nextWaiting() {
  if (failed.size >= mostFailed) failed.clear()
  const found = await firstWaiting()
  if (found || failed.size === 0) return found
  failed.clear()
  return firstWaiting()
}

/** Scans a file and records what was found. If two processes scan the same file, one of them records it. */
async function scanFile(socket: string, waiting: Waiting) {
  const { id, storedAs } = waiting
  const content = await openFile(storedAs ?? '')
  const verdict = content ? await scan(socket, content) : { found: 'error' as const, answer: 'the file is missing' }
  if (verdict.found === 'malware') return removeInfected(waiting, verdict.name)

  if (verdict.found === 'error') log.warn({ evidence: id, reason: verdict.answer }, 'A file could not be scanned.')
  await db.evidence.updateMany({
    where: { id, scan: 'pending' },
    data: { scan: verdict.found === 'nothing' ? 'clean' : 'held' },
  })
}

/** Removes the content of an infected file. Its title, its hash and what was found stay. */
async function removeInfected({ id, assignmentId, storedAs, audience, assignment }: Waiting, malware: string) {
  const name = storedAs ?? ''
  await prepareRemoval(name)
  const result = await change(null, async ({ tx, record }) => {
    const { count } = await tx.evidence.updateMany({
      where: { id, scan: 'pending' },
      data: { scan: 'infected', storedAs: null },
    })
    if (count === 0) return unchanged(undefined)
    const { organizationId, recommendationId } = assignment
    record(
      {
        kind: 'assignment.evidence_infected',
        subjectId: assignmentId,
        recommendationId,
        body: { before: null, after: { evidenceId: id, malware } },
      },
      readersOf({ audience }, organizationId),
    )
    return ok(undefined)
  })
  // If another process has recorded a result, the file belongs to that one.
  const removed = result.ok && result.changed
  await settleFile(name, !removed)
  if (removed) await logSecurity('infected_file', { subject: id, malware })
}
