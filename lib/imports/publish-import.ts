import 'server-only'
import type { Actor } from '@/lib/domain/actor'
import { type Change, change } from '@/lib/history/change'
import { conflict, forbidden, invalidField, type Result, unchanged, unparsed } from '@/lib/platform/result'
import { timeout } from '@/lib/registration/add-document'
import { storeDocumentOnce } from '@/lib/registration/check-document'
import { assignAddressees } from './assign-addressees'
import { refusesReview } from './change-candidate'
import { completePlaces } from './complete-places'
import { withCurrentParties } from './current-parties'
import { documentOfImport } from './document-of-import'
import type { ImportNow } from './import-shape'
import { markPublished } from './mark-published'
import { mayImport } from './policy'
import { publishEdition } from './publish-edition'
import { type Asked, Publish } from './publish-fields'
import { importNow } from './queries'

/**
 * Publishes an import as a document, or as a new edition of one, with its accepted candidates as recommendations, in one transaction. Returns the
 * import, which names the document. Publishing it again changes nothing. Refusals: `import_forbidden`,
 * `import_not_found`, `import_not_in_review`, `import_published`, and those of `addDocument`. A new edition has others: see
 * `publishEdition`.
 */
export async function publishImport(actor: Actor, input: unknown): Promise<Result<ImportNow>> {
  if (!mayImport(actor)) return forbidden('import_forbidden')

  const parsed = Publish.safeParse(input)
  if (!parsed.success) return unparsed(parsed.error)

  await completePlaces(parsed.data.id)
  return change(actor, (change) => publish(change, actor, parsed.data), { timeout })
}

async function publish(change: Change, actor: Actor, asked: Asked): Promise<Result<ImportNow>> {
  const { tx } = change
  const { id } = asked
  const refused = await refusesReview(tx, id)
  if (refused) return refused.code === 'import_not_in_review' ? answerForPublished(change, asked) : refused

  const { editionOfId, sha256 } = await tx.import.findUniqueOrThrow({
    where: { id },
    select: { editionOfId: true, sha256: true },
  })
  if (editionOfId !== null) return publishEdition(change, actor, asked)

  const read = await documentOfImport(tx, asked)
  if (!read.ok) return read
  const { document, dueOn } = await withCurrentParties(change, read.value)
  if (document.recommendations.length === 0) return invalidField('accept', 'import_nothing_accepted')

  const stored = await storeDocumentOnce(change, document)
  if (!stored.ok) return stored
  if (!stored.value) return conflict('import_not_in_review', await importNow(tx, id))
  if (asked.assign) await assignAddressees(change, document.recommendations, stored.value.recommendationIds, dueOn)
  return markPublished(change, actor, { id, sha256, editionId: stored.value.editionId })
}

/** A double click publishes once. Another code is refused, because the document has one already. */
async function answerForPublished({ tx }: Change, { id, code }: Asked): Promise<Result<ImportNow>> {
  const now = await importNow(tx, id)
  if (now.state === 'withdrawn') return conflict('import_withdrawn', now)
  if (!now.published) return conflict('import_not_in_review', now)
  const same = code === undefined || code.trim().toUpperCase() === now.published.code
  return same ? unchanged(now) : conflict('import_published', now, { code: now.published.code })
}
