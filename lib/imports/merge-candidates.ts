import 'server-only'
import { z } from 'zod'
import type { Actor } from '@/lib/domain/actor'
import { ExistingId } from '@/lib/platform/id'
import { invalidField, type Result, unparsed } from '@/lib/platform/result'
import { Version } from '@/lib/platform/version'
import type { ImportCandidate } from '@/prisma/generated/client'
import { addresseesIn, type CandidateNow } from './candidate-shape'
import { type Changes, candidateIn, changedSince, inReview, which, writeCandidate } from './change-candidate'
import { spanOf } from './decide-candidate'

const Merge = z.strictObject({
  ...which,
  /** The candidate that is merged into it, and the version that the person saw. */
  otherId: ExistingId,
  otherVersion: Version,
})

/**
 * Merges two candidates of a paragraph into one, with everything between them. Its title, kind and decision are those of
 * the first named. Returns it. Refusals: `import_forbidden`, `import_not_found`, `import_not_in_review`,
 * `candidate_not_found`, `candidate_changed`, `candidate_there`.
 */
export async function mergeCandidates(actor: Actor, input: unknown): Promise<Result<CandidateNow>> {
  const parsed = Merge.safeParse(input)
  if (!parsed.success) return unparsed(parsed.error)
  const { importId, id, version, otherId, otherVersion } = parsed.data

  return inReview(actor, importId, async (tx) => {
    const found = await candidateIn(tx, { importId, id })
    if (!found.ok) return found
    const another = await candidateIn(tx, { importId, id: otherId })
    if (!another.ok) return another
    const [row, other] = [found.value, another.value]
    if (row.id === other.id || row.paragraph !== other.paragraph) return invalidField('otherId', 'candidates_apart')
    if (row.version !== version) return changedSince(tx, row)

    const { count } = await tx.importCandidate.deleteMany({ where: { id: other.id, version: otherVersion } })
    if (count === 0) return changedSince(tx, other)
    const [start, end] = [Math.min(row.start, other.start), Math.max(row.end, other.end)]
    const span = await spanOf(tx, { importId, paragraph: row.paragraph, start, end }, row.id)
    if (!span.ok) return span
    return writeCandidate(tx, actor, { row, version, changes: { ...span.value, ...together(row, other) } })
  })
}

/** Returns the details that both contribute to. */
function together(row: ImportCandidate, other: ImportCandidate): Changes {
  const own = addresseesIn(row)
  const further = addresseesIn(other).filter(({ name }) => !own.some((one) => one.name === name))
  return {
    addressees: [...own, ...further],
    themes: [...new Set([...row.themes, ...other.themes])].slice(0, 20),
    dueOn: row.dueOn ?? other.dueOn,
  }
}
