import 'server-only'
import type { Actor } from '@/lib/domain/actor'
import { db } from '@/lib/platform/db'
import { ExistingId } from '@/lib/platform/id'
import { invalidField, ok } from '@/lib/platform/result'
import { numberInAddress, wholeNumber } from '@/lib/platform/whole-number'
import { spanIn } from '@/lib/reading/find-span'
import { findImport } from './queries'

type Named = { paragraph: string | undefined; words: string; at?: string | undefined }

/**
 * Returns the span of words in a paragraph of an import. The text of an import never changes. If the words occur several
 * times, `at` is the start of the occurrence that a form has offered. Refusals: `import_forbidden`,
 * `import_not_found`, and what is wrong with the words.
 */
export async function findPassage(actor: Actor, importId: string, { paragraph, words, at }: Named) {
  const found = await findImport(actor, ExistingId.parse(importId))
  if (!found.ok) return found
  const ordinal = numberInAddress(paragraph) ?? 0
  const row = await db.importParagraph.findUnique({
    where: { importId_ordinal: { importId: found.value.id, ordinal } },
    select: { text: true },
  })
  if (!row) return invalidField('paragraph', 'paragraph_unknown', { label: ordinal })
  const place = wholeNumber('span_unreadable', 0).safeParse(at).data
  const span = spanIn(row.text, { start: undefined, end: undefined, words, occurrence: undefined, at: place })
  return span.ok ? ok({ start: span.start, end: span.end }) : span
}
