import 'server-only'
import { z } from 'zod'
import type { Actor } from '@/lib/domain/actor'
import { change } from '@/lib/history/change'
import { keepReason } from '@/lib/history/reasons'
import { isRepeatedDecision } from '@/lib/history/repeated-request'
import { conflict, forbidden, notFound, ok, type Result, unchanged, unparsed } from '@/lib/platform/result'
import { KnownName, writtenText } from '@/lib/platform/text'
import { Closure } from '@/prisma/generated/enums'
import { findRecommendation } from './find'
import { mayClose } from './policy'
import { type RecommendationNow, recommendationHeld, recommendationNow } from './queries'

const Close = z.strictObject({
  key: KnownName,
  closure: z.enum(Closure, 'closure_missing'),
  reason: writtenText('reason_missing', 2000),
})

/**
 * Closes a recommendation without full action, with a reason. Its assignments do not change. Returns the
 * recommendation. Refusals: `recommendation_not_found`, `recommendation_forbidden`, `recommendation_closed`.
 */
export async function closeRecommendation(actor: Actor, input: unknown): Promise<Result<RecommendationNow>> {
  const parsed = Close.safeParse(input)
  if (!parsed.success) return unparsed(parsed.error)
  const { key, closure, reason } = parsed.data

  const recommendation = await findRecommendation(actor, key)
  if (!recommendation) return notFound('recommendation_not_found')

  if (!mayClose(actor)) return forbidden('recommendation_forbidden')

  const { id } = recommendation
  return change(actor, async (change) => {
    const { tx, record } = change
    const before = await recommendationHeld(tx, id)
    if (before.closure) {
      const again =
        before.closure === closure && (await isRepeatedDecision(tx, actor, 'recommendation.closed', id, reason))
      return again ? unchanged(before) : conflict('recommendation_closed', before)
    }

    const kept = await keepReason(change, actor, reason)
    await tx.recommendation.update({
      where: { id },
      data: { closure, closureReasonId: kept.id, version: { increment: 1 } },
      select: { id: true },
    })
    record({
      kind: 'recommendation.closed',
      subjectId: id,
      recommendationId: id,
      body: { before: { closure: null }, after: { closure, reason: kept } },
    })
    return ok(await recommendationNow(tx, id))
  })
}
