import 'server-only'
import type { Actor } from '@/lib/domain/actor'
import { freeKeysOf } from '@/lib/keys/free-keys'
import { db } from '@/lib/platform/db'
import { conflict, ok } from '@/lib/platform/result'
import { mapInTurns } from '@/lib/platform/take-turns'
import { leadsIn } from '@/lib/reading/lead-in'
import type { DocumentToStore } from '@/lib/registration/store-document'
import { documentOfImport } from './document-of-import'
import { findImport } from './queries'

/**
 * Returns what publishing an import would create now: the document, and the keys and the lead-ins of its recommendations
 * in their order.
 * Refusals: `import_forbidden`, `import_not_found`, `import_not_in_review`, and what is wrong with the details.
 */
export async function previewImport(actor: Actor, id: string) {
  const found = await findImport(actor, id)
  if (!found.ok) return found
  if (found.value.state !== 'review') return conflict('import_not_in_review', found.value)

  const { editionOf } = found.value
  const as = editionOf && { code: editionOf.code, title: editionOf.title }
  const read = await documentOfImport(db, { id: found.value.id, accept: 'decided', confidence: 1, as })
  if (!read.ok) return read
  const { document, dueOn } = read.value
  const keys = await freeKeysOf(db, document, document.recommendations)
  const leadOf = leadsOf(document.paragraphs)
  const leads = await mapInTurns(document.recommendations, leadOf)
  return ok({ document, keys, dueOn, leads })
}

/** Returns a function for the lead-in of a recommendation. It reads each paragraph once. */
function leadsOf(paragraphs: DocumentToStore['paragraphs']) {
  const read = new Map<number, ReturnType<typeof leadsIn>>()
  return ({ paragraph, start }: { paragraph: number; start: number }) => {
    const { text = '', parent } = paragraphs[paragraph] ?? {}
    const lead =
      read.get(paragraph) ?? leadsIn({ text, above: parent === undefined ? undefined : paragraphs[parent]?.text })
    read.set(paragraph, lead)
    return lead(start)
  }
}

export type ImportPreview = Extract<Awaited<ReturnType<typeof previewImport>>, { ok: true }>['value']
