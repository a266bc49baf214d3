import 'server-only'
import { z } from 'zod'
import type { Actor } from '@/lib/domain/actor'
import type { Transaction } from '@/lib/platform/db'
import { NewRowId } from '@/lib/platform/id'
import { invalidField, ok, type Result, unparsed } from '@/lib/platform/result'
import { wholeNumber } from '@/lib/platform/whole-number'
import { suggestTitle } from '@/lib/suggestions/suggest-details'
import type { ImportCandidate } from '@/prisma/generated/client'
import { addresseesIn, type CandidateNow } from './candidate-shape'
import { candidateIn, candidateNow, changedSince, inReview, which, writeCandidate } from './change-candidate'
import { spanOf } from './decide-candidate'

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
 * `import_not_found`, `import_not_in_review`, `candidate_not_found`, `candidate_changed`, `candidate_there`.
 */
export async function splitCandidate(actor: Actor, input: unknown): Promise<Result<Halves>> {
  const parsed = Split.safeParse(input)
  if (!parsed.success) return unparsed(parsed.error)
  const { importId, version, secondId, at } = parsed.data

  return inReview(actor, importId, async (tx) => {
    const found = await candidateIn(tx, parsed.data)
    if (!found.ok) return found
    const row = found.value
    if (row.version !== version) return changedSince(tx, row)
    if (at <= row.start || at >= row.end) return invalidField('at', 'split_outside')

    const [first, second] = [await half(tx, row, row.start, at), await half(tx, row, at, row.end)]
    if (!first.ok) return first
    if (!second.ok) return second
    // A title that a person wrote stays with the first.
    const written = row.title !== suggestTitle(row.quote)
    const title = written ? row.title : suggestTitle(first.value.quote)
    const changed = await writeCandidate(tx, actor, { row, version, changes: { ...first.value, title } })
    if (!changed.ok) return changed
    await tx.importCandidate.create({
      data: { ...copyOf(row), id: secondId, ...second.value, title: suggestTitle(second.value.quote) },
    })
    return ok({ candidates: [changed.value, await candidateNow(tx, secondId)] })
  })
}

/** Returns the span between two places without the spaces around it. */
function half(
  tx: Transaction,
  { importId, paragraph, quote, start: from }: ImportCandidate,
  start: number,
  end: number,
) {
  const points = [...quote].slice(start - from, end - from)
  const text = points.join('')
  const before = points.length - [...text.trimStart()].length
  const after = points.length - [...text.trimEnd()].length
  return spanOf(tx, { importId, paragraph, start: start + before, end: Math.max(end - after, start + before) })
}

/** Returns what the second half has in common with the first. */
function copyOf({ importId, paragraph, kind, confidence, reasons, themes, dueOn, ...row }: ImportCandidate) {
  const { owner, priority, grade, decision, decidedById, decidedAt } = row
  const source = { owner, priority, grade, reasons: reasons ?? [], addressees: addresseesIn(row) }
  const decided = { decision, decidedById, decidedAt }
  return { importId, paragraph, kind, confidence, themes, dueOn, ...source, ...decided }
}
