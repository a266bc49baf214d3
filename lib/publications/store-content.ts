import 'server-only'
import { change } from '@/lib/history/change'
import { sha256 } from '@/lib/history/events'
import { conflict, ok } from '@/lib/platform/result'
import { writtenFormats } from './child/written-formats'
import type { Made } from './make-content'
import type { Taken } from './take-publication'

/** The longest time to store the content of a report, in milliseconds. */
const timeout = 60_000

/** Stores the content of a report for good, with its event. Does nothing if another process has taken it. */
export async function storeContent({ id, attempts, code, authorId, title }: Taken, { content, text, reportIds }: Made) {
  const { seq, hash, asOf } = content.issue
  const fingerprint = sha256(text)
  await change(
    { id: authorId },
    async ({ tx, now, record }) => {
      const { count } = await tx.publication.updateMany({
        where: { id, state: 'making', attempts },
        data: {
          ...{ state: 'ready', progress: 1, content: text, figures: content.figures, sha256: fingerprint, reportIds },
          ...{ seq, hash, asOf: new Date(asOf), madeAt: now },
        },
      })
      if (count === 0) return conflict('publication_taken', null)
      await tx.publicationFile.createMany({
        data: writtenFormats.map((format) => ({ publicationId: id, format, nextAttemptAt: now })),
      })
      record({
        kind: 'publication.generated',
        subjectId: id,
        body: { before: null, after: { code, title, asOf, seq, hash, sha256: fingerprint, content: content.audience } },
      })
      return ok(null)
    },
    { timeout },
  )
}
