import 'server-only'
import { z } from 'zod'
import type { Actor } from '@/lib/domain/actor'
import { now } from '@/lib/platform/clock'
import { db, inWriterTurn } from '@/lib/platform/db'
import { ExistingId } from '@/lib/platform/id'
import { forbidden, notFound, ok, type Result, unchanged, unparsed } from '@/lib/platform/result'
import type { ImportNow } from './import-shape'
import { mayImport } from './policy'
import { importNow } from './queries'
import { withdrawEdition } from './withdraw-edition'
import { withdrawPublished } from './withdraw-published'

const Withdraw = z.strictObject({ id: ExistingId })

/**
 * Withdraws an import. It stays with what was decided, but nobody can publish it. If it is published, also removes its
 * recommendations and archives its document, as long as nobody has worked on them. If it is a new edition, the document
 * returns to the edition before. Returns the import. Refusals: `import_forbidden`, `import_not_found`,
 * `import_document_in_use`, `edition_in_use`.
 */
export async function withdrawImport(actor: Actor, input: unknown): Promise<Result<ImportNow>> {
  if (!mayImport(actor)) return forbidden('import_forbidden')

  const parsed = Withdraw.safeParse(input)
  if (!parsed.success) return unparsed(parsed.error)

  const { id } = parsed.data
  const withdrawn = await inWriterTurn(() => withdrawUnpublished(actor, id))
  if (withdrawn) return withdrawn
  const ofEdition = await db.import.count({ where: { id, editionOfId: { not: null } } })
  return ofEdition > 0 ? withdrawEdition(actor, id) : withdrawPublished(actor, id)
}

/** Returns undefined if the import is published. */
const withdrawUnpublished = (actor: Actor, id: string): Promise<Result<ImportNow> | undefined> =>
  db.$transaction(async (tx) => {
    const { count } = await tx.import.updateMany({
      where: { id, state: { in: ['queued', 'parsing', 'review', 'failed'] } },
      data: { state: 'withdrawn', withdrawnAt: now(), withdrawnById: actor.id, version: { increment: 1 } },
    })
    if (count > 0) return ok(await importNow(tx, id))
    const row = await tx.import.findUnique({ where: { id }, select: { state: true } })
    if (!row) return notFound('import_not_found')
    return row.state === 'published' ? undefined : unchanged(await importNow(tx, id))
  })
