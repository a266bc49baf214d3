import 'server-only'
import { z } from 'zod'
import type { Actor } from '@/lib/domain/actor'
import { type Change, change } from '@/lib/history/change'
import { holdOrganizations } from '@/lib/organizations/hold-organizations'
import { Checkbox } from '@/lib/platform/checkbox'
import { ExistingId } from '@/lib/platform/id'
import { conflict, forbidden, invalidField, ok, type Result, unchanged, unparsed } from '@/lib/platform/result'
import { timeout } from '@/lib/recommendations/add-document'
import { storeDocumentOnce } from '@/lib/recommendations/check-document'
import { Confidence } from './accept-above'
import { assignAddressees } from './assign-addressees'
import { refusesReview } from './change-candidate'
import { documentOfImport, type Publication } from './document-of-import'
import type { ImportNow } from './import-shape'
import { mayImport } from './policy'
import { importNow } from './queries'

const Publish = z.strictObject({
  id: ExistingId,
  code: z.string('code_missing').optional(),
  /** `decided`: what was accepted. `above`: also what nobody has decided on, from a confidence on. */
  accept: z.enum(['decided', 'above'], 'import_accept_unknown').default('decided'),
  confidence: Confidence.default(0.5),
  /** Whether to assign each recommendation to the organizations that it addresses. */
  assign: Checkbox,
})

type Asked = z.output<typeof Publish>

/**
 * Publishes an import as a document, with its accepted candidates as recommendations, in one transaction. Returns the
 * import, which names the document. Publishing it again changes nothing. Refusals: `import_forbidden`,
 * `import_not_found`, `import_not_in_review`, `import_published`, and those of `addDocument`.
 */
export async function publishImport(actor: Actor, input: unknown): Promise<Result<ImportNow>> {
  if (!mayImport(actor)) return forbidden('import_forbidden')

  const parsed = Publish.safeParse(input)
  if (!parsed.success) return unparsed(parsed.error)

  return change(actor, (change) => publish(change, actor, parsed.data), { timeout })
}

async function publish(change: Change, actor: Actor, asked: Asked): Promise<Result<ImportNow>> {
  const { tx } = change
  const { id } = asked
  const refused = await refusesReview(tx, id)
  if (refused) return refused.code === 'import_not_in_review' ? answerForPublished(change, asked) : refused

  const read = await documentOfImport(tx, asked)
  if (!read.ok) return read
  const { document, dueOn } = await withCurrentParties(change, read.value)
  if (document.recommendations.length === 0) return invalidField('accept', 'import_nothing_accepted')

  const stored = await storeDocumentOnce(change, document)
  if (!stored.ok) return stored
  if (!stored.value) return conflict('import_not_in_review', await importNow(tx, id))
  if (asked.assign) await assignAddressees(change, document.recommendations, stored.value.recommendationIds, dueOn)
  const { editionId } = stored.value
  await tx.import.update({
    where: { id },
    data: {
      state: 'published',
      editionId,
      publishedAt: change.now,
      publishedById: actor.id,
      version: { increment: 1 },
    },
    select: { id: true },
  })
  return ok(await importNow(tx, id))
}

/** A double click publishes once. Another code is refused, because the document has one already. */
async function answerForPublished({ tx }: Change, { id, code }: Asked): Promise<Result<ImportNow>> {
  const now = await importNow(tx, id)
  if (now.state === 'withdrawn') return conflict('import_withdrawn', now)
  if (!now.published) return conflict('import_not_in_review', now)
  const same = code === undefined || code.trim().toUpperCase() === now.published.code
  return same ? unchanged(now) : conflict('import_published', now, { code: now.published.code })
}

/** Links addressees to what their organizations are now. Those that are archived stay as words. */
async function withCurrentParties({ tx }: Change, { document, dueOn }: Publication): Promise<Publication> {
  const all = document.recommendations.flatMap(({ addressees = [] }) => addressees)
  const currentId = await holdOrganizations(
    tx,
    all.flatMap(({ organizationId }) => organizationId ?? []),
  )
  const groups = await tx.group.findMany({
    where: { id: { in: all.flatMap(({ groupId }) => groupId ?? []) } },
    select: { id: true },
  })
  const known = new Set(groups.map(({ id }) => id))
  const recommendations = document.recommendations.map(({ addressees = [], ...one }) => ({
    ...one,
    addressees: addressees.map(({ words, organizationId, groupId }) => ({
      words,
      organizationId: organizationId && currentId(organizationId),
      groupId: groupId !== undefined && known.has(groupId) ? groupId : undefined,
    })),
  }))
  return { document: { ...document, recommendations }, dueOn }
}
