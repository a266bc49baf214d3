import 'server-only'
import { listedDocument } from '@/lib/documents/queries'
import type { Change } from '@/lib/history/change'
import { sha256 } from '@/lib/history/events'
import { isRepeatedAddition } from '@/lib/history/repeated-request'
import type { Transaction } from '@/lib/platform/db'
import { conflict, type Invalid, ok, type Result, unchanged } from '@/lib/platform/result'
import { lockName } from '@/lib/platform/sql'
import type { NewDocument } from '@/lib/registration/new-document'
import { placeDocument } from './place-document'
import { addition, type DocumentToStore, type StoredEdition, storeDocument } from './store-document'

/** Returns a document as it is stored, or the errors of each row of its paragraphs and recommendations. */
export async function checkDocument(
  document: NewDocument,
): Promise<{ ok: true; value: DocumentToStore & { sent: string } } | Invalid> {
  const read = await placeDocument(document)
  if (!read.ok) return read

  const { date, ...particulars } = document
  const sent = sha256(JSON.stringify(document))
  const recommendations = read.recommendations.map(({ quote: _, ...stored }) => stored)
  return { ok: true, value: { ...particulars, dated: date, paragraphs: read.paragraphs, recommendations, sent } }
}

/**
 * Stores a document unless its ID or its code is in use. A document that was sent before in the same way is unchanged.
 * Refusals: `document_sent_before`, `document_exists`, `document_code_archived`.
 */
export async function storeDocumentOnce(
  change: Change,
  document: DocumentToStore,
): Promise<Result<StoredEdition | undefined>> {
  // If two people use the same ID or code at once, the second waits here and then sees what the first added.
  await lockName(change.tx, 'documents')
  return (await answerForExistingDocument(change.tx, document)) ?? ok(await storeDocument(change, document))
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
    return same ? unchanged(undefined) : conflict('document_sent_before', await listedDocument(tx, sent.code))
  }
  const there = await listedDocument(tx, code)
  return there && conflict(there.archivedAt ? 'document_code_archived' : 'document_exists', there, { code })
}
