import 'server-only'
import { discardDraft, findDraft } from '@/lib/documents/drafts'
import { mayKeepDocuments } from '@/lib/documents/policy'
import { readDraft } from '@/lib/documents/read-draft'
import type { Actor } from '@/lib/people/actor'
import { db } from '@/lib/platform/db'
import { KnownId } from '@/lib/platform/id'
import { forbidden, invalidField, notFound, type Result, unchanged } from '@/lib/platform/result'
import { addDocument } from './add-document'

/**
 * Makes a document of a draft, with the sentences that are ticked in it as its recommendations, in the order of the text.
 * Answers its code.
 */
export async function publishDraft(actor: Actor, id: string): Promise<Result<{ code: string }>> {
  if (!mayKeepDocuments(actor)) return forbidden('document_forbidden')

  const draft = await findDraft(actor, id)
  if (!draft) return publishedBefore(id)

  const { paragraphs } = readDraft(draft)
  const ticked = paragraphs.flatMap(({ sentences }, place) =>
    sentences.filter((sentence) => sentence.ticked).map((sentence) => ({ ...sentence, place })),
  )
  if (ticked.length === 0) return invalidField('marks', 'marks_missing')

  const added = await addDocument(actor, {
    ...draft.particulars,
    id: draft.id,
    paragraphs: paragraphs.map(({ label, text, heading, parent }) => {
      return { label, text, heading, parent: parent === undefined ? undefined : parent + 1 }
    }),
    recommendations: ticked.map(({ place, start, end, title, kind }) => {
      return { paragraph: place + 1, start, end, title, kind }
    }),
  })
  if (!added.ok) return added

  await discardDraft(actor, id)
  return { ...added, value: { code: added.value.code } }
}

/** A double click, or a reload after it. */
async function publishedBefore(id: string) {
  const document = await db.document.findUnique({ where: { id: KnownId.parse(id) }, select: { code: true } })
  return document ? unchanged(document) : notFound('draft_not_found')
}
