import 'server-only'
import { z } from 'zod'
import type { Actor } from '@/lib/domain/actor'
import { forbidden, type Result, unparsed } from '@/lib/platform/result'
import { wholeNumber } from '@/lib/platform/whole-number'
import { addresseesIn, type CandidateNow } from './candidate-shape'
import { candidateIn, inReview, which, writeCandidate } from './change-candidate'
import { mayImport } from './policy'

const Link = z.strictObject({
  ...which,
  /** The place of the addressee, counted from 0. */
  place: wholeNumber('addressee_missing', 0),
})

/**
 * Links an addressee of a candidate to the organization or group that is proposed for it. Returns the candidate.
 * Refusals: `import_forbidden`, `import_not_found`, `import_not_in_review`, `candidate_not_found`, `candidate_changed`.
 */
export async function linkProposed(actor: Actor, input: unknown): Promise<Result<CandidateNow>> {
  if (!mayImport(actor)) return forbidden('import_forbidden')

  const parsed = Link.safeParse(input)
  if (!parsed.success) return unparsed(parsed.error)
  const { importId, id, version, place } = parsed.data

  return inReview(importId, async (tx) => {
    const found = await candidateIn(tx, { importId, id })
    if (!found.ok) return found
    const addressees = addresseesIn(found.value).map((one, at) =>
      at === place && one.match === 'proposed' ? { ...one, match: 'linked' as const } : one,
    )
    return writeCandidate(tx, actor, { row: found.value, version, changes: { addressees } })
  })
}
