import 'server-only'
import { discardDraft, findDraft } from '@/lib/documents/drafts'
import { mayKeepDocuments } from '@/lib/documents/policy'
import type { Actor } from '@/lib/people/actor'
import { db } from '@/lib/platform/db'
import { KnownId } from '@/lib/platform/id'
import { forbidden, invalidField, notFound, type Result, unchanged } from '@/lib/platform/result'
import { addDocument } from './add-document'
import { documentOf } from './draft-preview'

/**
 * Makes a document of a draft, with the sentences that are ticked in it as its recommendations, in the order of the text.
 * Answers its code.
 */
export async function publishDraft(actor: Actor, id: string): Promise<Result<{ code: string }>> {
  if (!mayKeepDocuments(actor)) return forbidden('document_forbidden')

  const draft = await findDraft(actor, id)
  if (!draft) return publishedBefore(id)

  const document = documentOf(draft)
  if (document.recommendations.length === 0) return invalidField('marks', 'marks_missing')

  const added = await addDocument(actor, document)
  if (!added.ok) return added

  await discardDraft(actor, id)
  return { ...added, value: { code: added.value.code } }
}

/** A double click, or a reload after it. */
async function publishedBefore(id: string) {
  const document = await db.document.findUnique({ where: { id: KnownId.parse(id) }, select: { code: true } })
  return document ? unchanged(document) : notFound('draft_not_found')
}
