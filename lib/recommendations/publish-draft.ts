import 'server-only'
import { z } from 'zod'
import { DraftVersion, discardDraft, findDraft } from '@/lib/documents/drafts'
import { mayKeepDocuments } from '@/lib/documents/policy'
import type { Actor } from '@/lib/domain/actor'
import { db } from '@/lib/platform/db'
import { ExistingId } from '@/lib/platform/id'
import { conflict, forbidden, invalidField, notFound, type Result, unchanged, unparsed } from '@/lib/platform/result'
import { addDocument } from './add-document'
import { documentOf } from './draft-preview'

const Publish = z.strictObject({ id: ExistingId, version: DraftVersion })

/**
 * Publishes a draft as a document, with its selected sentences as recommendations in the order of the text. Returns the
 * document's code. Refuses if another window has saved the draft since its author saw it. Refusals: `draft_not_found`,
 * `draft_changed`, and those of `addDocument`.
 */
export async function publishDraft(actor: Actor, input: unknown): Promise<Result<{ code: string }>> {
  const parsed = Publish.safeParse(input)
  if (!parsed.success) return unparsed(parsed.error)

  if (!mayKeepDocuments(actor)) return forbidden('document_forbidden')

  const { id, version } = parsed.data
  const draft = await findDraft(actor, id)
  if (!draft) return publishedBefore(id)
  if (version !== undefined && draft.updatedAt.getTime() !== version) return conflict('draft_changed', draft)

  const document = documentOf(draft)
  if (document.recommendations.length === 0) return invalidField('marks', 'marks_missing')

  const added = await addDocument(actor, document)
  if (!added.ok) return added

  await discardDraft(actor, id)
  return { ...added, value: { code: added.value.code } }
}

/** Returns the code of the document if the draft is already published, for example after a double click. */
async function publishedBefore(id: string) {
  const document = await db.document.findUnique({ where: { id }, select: { code: true } })
  return document ? unchanged(document) : notFound('draft_not_found')
}
