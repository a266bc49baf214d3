import 'server-only'
import { type Invalid, invalid } from '@/lib/platform/result'
import { mapInTurns, takeTurns } from '@/lib/platform/take-turns'
import { markedSpans, type NewDocument, placedParagraphs } from '@/lib/registration/new-document'
import { suggestTitle } from '@/lib/suggestions/suggest-details'

/**
 * Checks the places of a document's paragraphs and the spans of its recommendations. Returns both in the order in which
 * they were sent, each recommendation with its quote, its title and its kind, or the errors of each row.
 */
export async function placeDocument(document: NewDocument) {
  await takeTurns()
  const { placed, errors } = placedParagraphs(document)
  await takeTurns()
  const { marked, errors: others } = markedSpans(document)
  if (errors.length + others.length > 0) return invalid(...errors, ...others) satisfies Invalid

  await takeTurns()
  const recommendations = await mapInTurns(marked, ({ title, kind = 'action' as const, ...span }) => ({
    ...span,
    title: title ?? suggestTitle(span.quote),
    kind,
  }))
  return { ok: true, paragraphs: placed, recommendations } as const
}
