import 'server-only'
import { z } from 'zod'
import type { Actor } from '@/lib/domain/actor'
import { sha256 } from '@/lib/history/events'
import { dateOf } from '@/lib/history/explain-dates'
import { now } from '@/lib/platform/clock'
import { ExistingId, NewRowId } from '@/lib/platform/id'
import { conflict, forbidden, invalidField, ok, type Result, unchanged, unparsed } from '@/lib/platform/result'
import { wholeNumber } from '@/lib/platform/whole-number'
import { suggestTitle } from '@/lib/suggestions/suggest-details'
import { ifPublishable, mostCandidates } from './accepted-limits'
import { linkedAddressees } from './candidate-addressees'
import type { CandidateNow } from './candidate-shape'
import { candidateNow, inReview } from './change-candidate'
import { details, spanOf } from './decide-candidate'
import { mayImport } from './policy'

const Add = z.strictObject({
  ...details,
  id: NewRowId,
  importId: ExistingId,
  /** The ordinal of the paragraph. */
  paragraph: wholeNumber('paragraph_unreadable', 1),
  /** In code points of the paragraph. */
  start: wholeNumber('span_unreadable', 0),
  end: wholeNumber('span_unreadable', 1),
})

/**
 * Adds a part of a paragraph as an accepted candidate. Returns it. Refusals: `import_forbidden`, `import_not_found`,
 * `import_not_in_review`, `candidate_there`, `candidate_sent_before`.
 */
export async function addCandidate(actor: Actor, input: unknown): Promise<Result<CandidateNow>> {
  if (!mayImport(actor)) return forbidden('import_forbidden')

  const parsed = Add.safeParse(input)
  if (!parsed.success) return unparsed(parsed.error)
  const { id, importId, paragraph, kind = 'action', themes = [], dueOn = null, ...asked } = parsed.data

  return inReview(importId, async (tx) => {
    const sent = sha256(JSON.stringify(parsed.data))
    const there = await tx.importCandidate.findUnique({ where: { id }, select: { sent: true } })
    if (there)
      return there.sent === sent ? unchanged(await candidateNow(tx, id)) : conflict('candidate_sent_before', null)
    if ((await tx.importParagraph.count({ where: { importId, ordinal: paragraph } })) === 0) {
      return invalidField('paragraph', 'paragraph_unknown', { label: paragraph })
    }
    if ((await tx.importCandidate.count({ where: { importId } })) >= mostCandidates) {
      return invalidField('paragraph', 'candidates_many', { maximum: mostCandidates })
    }
    const span = await spanOf(tx, { importId, paragraph, start: asked.start, end: asked.end })
    if (!span.ok) return span
    const linked = await linkedAddressees(tx, asked.addressees)
    if (!linked.ok) return linked
    const title = asked.title ?? suggestTitle(span.value.quote)
    const row = { id, importId, paragraph, ...span.value, title, kind, themes, dueOn: dateOf(dueOn), sent }
    const decided = { decision: 'accepted' as const, decidedById: actor.id, decidedAt: now() }
    await tx.importCandidate.create({ data: { ...row, ...decided, addressees: linked.value ?? [] } })
    return ifPublishable(tx, importId, 'paragraph', ok(await candidateNow(tx, id)))
  })
}
