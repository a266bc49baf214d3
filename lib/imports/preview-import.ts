import 'server-only'
import type { Actor } from '@/lib/domain/actor'
import { db } from '@/lib/platform/db'
import { conflict, ok } from '@/lib/platform/result'
import { freeKeysOf } from '@/lib/recommendations/given-keys'
import { documentOfImport } from './document-of-import'
import { findImport } from './queries'

/**
 * Returns what publishing an import would create now: the document, and the keys of its recommendations in their order.
 * Refusals: `import_forbidden`, `import_not_found`, `import_not_in_review`, and what is wrong with the details.
 */
export async function previewImport(actor: Actor, id: string) {
  const found = await findImport(actor, id)
  if (!found.ok) return found
  if (found.value.state !== 'review') return conflict('import_not_in_review', found.value)

  const read = await documentOfImport(db, { id: found.value.id, accept: 'decided', confidence: 1 })
  if (!read.ok) return read
  const { document, dueOn } = read.value
  const keys = await freeKeysOf(db, document, document.recommendations)
  return ok({ document, keys, dueOn })
}

export type ImportPreview = Extract<Awaited<ReturnType<typeof previewImport>>, { ok: true }>['value']
