import 'server-only'
import { z } from 'zod'
import type { Actor } from '@/lib/domain/actor'
import { now } from '@/lib/platform/clock'
import { ExistingId } from '@/lib/platform/id'
import { forbidden, ok, type Result, unchanged, unparsed } from '@/lib/platform/result'
import { ifPublishable } from './accepted-limits'
import { inReview } from './change-candidate'
import { mayImport } from './policy'

/** From 0 to 1, as JSON contains it or as a form writes it. */
export const Confidence = z
  .union(
    [
      z.number(),
      z
        .string()
        .trim()
        .regex(/^(\d|\d?\.\d+)$/)
        .transform(Number),
    ],
    'confidence_unreadable',
  )
  .pipe(z.number().min(0, 'confidence_unreadable').max(1, 'confidence_unreadable'))

const Accept = z.strictObject({ importId: ExistingId, confidence: Confidence })

/**
 * Accepts all candidates on which nobody has decided, from a confidence on. Returns how many. Refusals:
 * `import_forbidden`, `import_not_found`, `import_not_in_review`.
 */
export async function acceptAbove(actor: Actor, input: unknown): Promise<Result<{ accepted: number }>> {
  if (!mayImport(actor)) return forbidden('import_forbidden')

  const parsed = Accept.safeParse(input)
  if (!parsed.success) return unparsed(parsed.error)
  const { importId, confidence } = parsed.data

  return inReview(importId, async (tx) => {
    const { count: accepted } = await tx.importCandidate.updateMany({
      where: { importId, decision: { in: ['suggested', 'offered'] }, confidence: { gte: confidence } },
      data: { decision: 'accepted', decidedById: actor.id, decidedAt: now(), version: { increment: 1 } },
    })
    return ifPublishable(tx, importId, 'confidence', accepted > 0 ? ok({ accepted }) : unchanged({ accepted }))
  })
}
