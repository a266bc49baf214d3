import 'server-only'
import { mayKeepDocuments } from '@/lib/documents/policy'
import { type Document, findDocument } from '@/lib/documents/queries'
import type { Actor } from '@/lib/domain/actor'
import { change } from '@/lib/history/change'
import { forbidden, type Result, unparsed } from '@/lib/platform/result'
import { NewDocument } from '@/lib/registration/new-document'
import { checkDocument, storeDocumentOnce } from './check-document'

/** The longest time in which the largest document is stored, in milliseconds. */
export const timeout = 60_000

/**
 * Adds a document with its exact paragraphs and the recommendations marked in them. Returns the document. Refusals:
 * `document_forbidden`, `document_sent_before`, `document_exists`, `document_code_archived`.
 */
export async function addDocument(actor: Actor, input: unknown): Promise<Result<Document>> {
  const parsed = NewDocument.safeParse(input)
  if (!parsed.success) return unparsed(parsed.error)

  if (!mayKeepDocuments(actor)) return forbidden('document_forbidden')

  const checked = await checkDocument(parsed.data)
  if (!checked.ok) return checked
  const document = checked.value
  const added = await change(actor, (change) => storeDocumentOnce(change, document), { timeout })
  return added.ok ? { ...added, value: await documentThere(actor, document.code) } : added
}

async function documentThere(actor: Actor, code: string) {
  const document = await findDocument(actor, code)
  if (!document) throw new Error(`The document ${code} isn't there after it was added.`)
  return document
}
