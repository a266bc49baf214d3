import 'server-only'
import { z } from 'zod'
import type { Actor } from '@/lib/domain/actor'
import { now } from '@/lib/platform/clock'
import { ExistingId } from '@/lib/platform/id'
import { forbidden, ok, type Result, unchanged, unparsed } from '@/lib/platform/result'
import { inReview } from './change-candidate'
import { mayImport } from './policy'

const Confirm = z.strictObject({
  importId: ExistingId,
  /** Where the words are the same, nothing is to be read one by one. */
  state: z.enum(['unchanged', 'moved'], 'place_state_unknown'),
})

/**
 * Confirms everything that is proposed as unchanged or as moved and on which nobody has decided. Returns how many.
 * Refusals: `import_forbidden`, `import_not_found`, `import_not_in_review`.
 */
export async function confirmPlaces(actor: Actor, input: unknown): Promise<Result<{ confirmed: number }>> {
  if (!mayImport(actor)) return forbidden('import_forbidden')

  const parsed = Confirm.safeParse(input)
  if (!parsed.success) return unparsed(parsed.error)
  const { importId, state } = parsed.data

  return inReview(importId, async (tx) => {
    const { count: confirmed } = await tx.importPlace.updateMany({
      where: { importId, state, decidedAt: null },
      data: { decidedById: actor.id, decidedAt: now(), version: { increment: 1 } },
    })
    return confirmed > 0 ? ok({ confirmed }) : unchanged({ confirmed })
  })
}
