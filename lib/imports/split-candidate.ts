import 'server-only'
import { z } from 'zod'
import type { Actor } from '@/lib/domain/actor'
import { NewRowId } from '@/lib/platform/id'
import { conflict, forbidden, invalidField, ok, type Result, unparsed } from '@/lib/platform/result'
import { wholeNumber } from '@/lib/platform/whole-number'
import { suggestTitle } from '@/lib/suggestions/suggest-details'
import type { ImportCandidate } from '@/prisma/generated/client'
import { ifPublishable, mostCandidates } from './accepted-limits'
import { addresseesIn, type CandidateNow, writtenTitle } from './candidate-shape'
import { candidateIn, candidateNow, changedSince, inReview, which, writeCandidate } from './change-candidate'
import { spanOf } from './decide-candidate'
import { mayImport } from './policy'

const Split = z.strictObject({
  ...which,
  /** The ID of the second of the two. */
  secondId: NewRowId,
  /** Where the second begins, in code points of the paragraph. */
  at: wholeNumber('span_unreadable', 1),
})

type Halves = { candidates: [CandidateNow, CandidateNow] }

/**
 * Splits a candidate in two, which have the same decision and details. Returns both. Refusals: `import_forbidden`,
 * `import_not_found`, `import_not_in_review`, `candidate_not_found`, `candidate_changed`, `candidate_there`,
 * `candidate_sent_before`.
 */
export async function splitCandidate(actor: Actor, input: unknown): Promise<Result<Halves>> {
  if (!mayImport(actor)) return forbidden('import_forbidden')

  const parsed = Split.safeParse(input)
  if (!parsed.success) return unparsed(parsed.error)
  const { importId, version, secondId, at } = parsed.data

  return inReview(importId, async (tx) => {
    const found = await candidateIn(tx, parsed.data)
    if (!found.ok) return found
    const row = found.value
    if (row.version !== version) return changedSince(tx, row)
    if (at <= row.start || at >= row.end) return invalidField('at', 'split_outside')

    if ((await tx.importCandidate.count({ where: { id: secondId } })) > 0) {
      return conflict('candidate_sent_before', null)
    }
    if ((await tx.importCandidate.count({ where: { importId } })) >= mostCandidates) {
      return invalidField('at', 'candidates_many', { maximum: mostCandidates })
    }
    const { paragraph, start, end } = row
    const first = await spanOf(tx, { importId, paragraph, start, end: at })
    if (!first.ok) return first
    const second = await spanOf(tx, { importId, paragraph, start: at, end })
    if (!second.ok) return second
    // A title that a person wrote stays with the first.
    const title = writtenTitle(row) ?? suggestTitle(first.value.quote)
    const changed = await writeCandidate(tx, actor, { row, version, changes: { ...first.value, title } })
    if (!changed.ok) return changed
    await tx.importCandidate.create({
      data: { ...copyOf(row), id: secondId, ...second.value, title: suggestTitle(second.value.quote) },
    })
    const halves = ok<Halves>({ candidates: [changed.value, await candidateNow(tx, secondId)] })
    return row.decision === 'accepted' ? ifPublishable(tx, importId, 'at', halves) : halves
  })
}

/** Returns what the second half has in common with the first. */
function copyOf({ importId, paragraph, kind, confidence, reasons, themes, dueOn, ...row }: ImportCandidate) {
  const { owner, priority, grade, decision, decidedById, decidedAt } = row
  const source = { owner, priority, grade, reasons: reasons ?? [], addressees: addresseesIn(row) }
  const decided = { decision, decidedById, decidedAt }
  return { importId, paragraph, kind, confidence, themes, dueOn, ...source, ...decided }
}
