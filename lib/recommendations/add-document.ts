import 'server-only'
import { mayKeepDocuments } from '@/lib/documents/policy'
import { type Document, findDocument, listedDocument } from '@/lib/documents/queries'
import { suggestTitle } from '@/lib/documents/suggest-details'
import type { Actor } from '@/lib/domain/actor'
import { change } from '@/lib/history/change'
import { sha256 } from '@/lib/history/events'
import { isRepeatedAddition } from '@/lib/history/repeated-request'
import type { Transaction } from '@/lib/platform/db'
import { conflict, forbidden, invalid, ok, type Result, unchanged, unparsed } from '@/lib/platform/result'
import { lockName } from '@/lib/platform/sql'
import { takeTurns } from '@/lib/platform/take-turns'
import { markedSpans, NewDocument, placedParagraphs } from './document-fields'
import { addition, type DocumentToStore, storeDocument } from './store-document'

/**
 * Adds a document with its exact paragraphs and the recommendations marked in them. Returns the document. Refusals:
 * `document_forbidden`, `document_sent_before`, `document_exists`, `document_code_archived`.
 */
export async function addDocument(actor: Actor, input: unknown): Promise<Result<Document>> {
  const parsed = NewDocument.safeParse(input)
  if (!parsed.success) return unparsed(parsed.error)

  if (!mayKeepDocuments(actor)) return forbidden('document_forbidden')

  await takeTurns()
  const { placed, errors } = placedParagraphs(parsed.data)
  await takeTurns()
  const { marked, errors: others } = markedSpans(parsed.data)
  if (errors.length + others.length > 0) return invalid(...errors, ...others)

  await takeTurns()
  const { date, ...particulars } = parsed.data
  const sent = sha256(JSON.stringify(parsed.data))
  const recommendations = marked.map(({ quote, title = suggestTitle(quote), kind = 'action' as const, ...span }) => {
    return { ...span, title, kind }
  })
  const document = { ...particulars, dated: date, paragraphs: placed, recommendations, sent }
  const added = await change(actor, async (change) => {
    const { tx } = change
    // If two people use the same ID or code at once, the second waits here and then sees what the first added.
    await lockName(tx, 'documents')
    const there = await answerForExistingDocument(tx, document)
    if (there) return there

    await storeDocument(change, document)
    return ok(document.code)
  })
  return added.ok ? { ...added, value: await documentThere(actor, added.value) } : added
}

/**
 * Returns the response if the ID or the code already exists. A double click adds one document; different content is a
 * conflict.
 */
async function answerForExistingDocument(tx: Transaction, document: DocumentToStore) {
  const { id, code } = document
  const sent = await tx.document.findUnique({ where: { id }, select: { code: true } })
  if (sent) {
    const same = await isRepeatedAddition(tx, addition(document))
    return same ? unchanged(code) : conflict('document_sent_before', await listedDocument(tx, sent.code))
  }
  const there = await listedDocument(tx, code)
  return there && conflict(there.archivedAt ? 'document_code_archived' : 'document_exists', there, { code })
}

async function documentThere(actor: Actor, code: string) {
  const document = await findDocument(actor, code)
  if (!document) throw new Error(`The document ${code} isn't there after it was added.`)
  return document
}
