import 'server-only'
import { now } from '@/lib/platform/clock'
import { db } from '@/lib/platform/db'
import type { ReceivedFile } from '@/lib/platform/file-place'
import { isWrittenFormat, type WrittenFormat } from './child/written-formats'
import type { FormatFailure } from './write-format'

/*
 * A process takes a file by moving its next attempt into the future, and moves it on while it sets the file. If the process
 * ends, the file is taken again at that moment. The number of the attempt tells its writes from those of an earlier one.
 */

/** After this many attempts a file fails. */
export const mostAttempts = 3

/** How long another process leaves a file alone that is being set, in milliseconds. */
export const lease = 30_000

export type TakenFile = { publicationId: string; format: WrittenFormat; attempts: number }

const after = (pause: number) => new Date(now().getTime() + pause)

/** Takes the file that has waited longest, or returns undefined if none waits. One without attempts left fails. */
export async function takeFile(): Promise<TakenFile | undefined> {
  for (;;) {
    const next = await db.publicationFile.findFirst({
      where: { state: { in: ['queued', 'making'] }, nextAttemptAt: { lte: now() } },
      orderBy: [{ nextAttemptAt: 'asc' }, { publicationId: 'asc' }, { format: 'desc' }],
    })
    if (!next || !isWrittenFormat(next.format)) return undefined
    const { publicationId, format, attempts, nextAttemptAt } = next
    const spent = attempts >= mostAttempts
    const { count } = await db.publicationFile.updateMany({
      where: { publicationId, format, attempts, nextAttemptAt, state: { in: ['queued', 'making'] } },
      data: spent
        ? { state: 'failed', error: 'publication_format_failed' satisfies FormatFailure }
        : { state: 'making', attempts: attempts + 1, nextAttemptAt: after(lease) },
    })
    if (count > 0 && !spent) return { publicationId, format, attempts: attempts + 1 }
  }
}

const ours = ({ publicationId, format, attempts }: TakenFile) =>
  ({ publicationId, format, attempts, state: 'making' }) as const

/** Keeps a file for this process. */
export const keepTaken = (taken: TakenFile) =>
  db.publicationFile.updateMany({ where: ours(taken), data: { nextAttemptAt: after(lease) } })

/** Names the stored content of a file. Returns whether this process still had it. */
export async function finishFile(taken: TakenFile, { name, bytes, sha256 }: ReceivedFile): Promise<boolean> {
  const data = { state: 'ready', storedAs: name, bytes, sha256 } as const
  return (await db.publicationFile.updateMany({ where: ours(taken), data })).count > 0
}

/** Ends the setting of a file for a reason that people can read. */
export const failFile = (taken: TakenFile, error: FormatFailure) =>
  db.publicationFile.updateMany({ where: ours(taken), data: { state: 'failed', error } })

/** Gives a file back. An attempt counts unless this process stopped by itself. */
export const giveFileBack = (taken: TakenFile, pause: number, { counts = true } = {}) =>
  db.publicationFile.updateMany({
    where: ours(taken),
    data: { state: 'queued', nextAttemptAt: after(pause), ...(!counts && { attempts: taken.attempts - 1 }) },
  })
