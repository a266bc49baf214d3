import 'server-only'
import { z } from 'zod'
import type { Actor } from '@/lib/domain/actor'
import { change } from '@/lib/history/change'
import { keepReason } from '@/lib/history/reasons'
import { isRepeatedDecision } from '@/lib/history/repeated-request'
import { archivedWithWork, holdResponsible } from '@/lib/organizations/archived-with-work'
import { conflict, forbidden, notFound, ok, type Result, unchanged, unparsed } from '@/lib/platform/result'
import { KnownName, writtenText } from '@/lib/platform/text'
import { findRecommendation } from './find'
import { mayClose } from './policy'
import { type RecommendationNow, recommendationHeld, recommendationNow } from './queries'

const Reopen = z.strictObject({ key: KnownName, reason: writtenText('reason_missing', 2000) })

/**
 * Reopens a closed recommendation, with a reason. Returns the recommendation. Refusals: `recommendation_not_found`,
 * `recommendation_forbidden`, `recommendation_not_closed`, `document_archived`,
 * `recommendation_organizations_archived`.
 */
export async function reopenRecommendation(actor: Actor, input: unknown): Promise<Result<RecommendationNow>> {
  const parsed = Reopen.safeParse(input)
  if (!parsed.success) return unparsed(parsed.error)
  const { key, reason } = parsed.data

  const recommendation = await findRecommendation(actor, key)
  if (!recommendation) return notFound('recommendation_not_found')

  if (!mayClose(actor)) return forbidden('recommendation_forbidden')

  const { id } = recommendation
  return change(actor, async (change) => {
    const { tx, record } = change
    await holdResponsible(tx, { recommendationId: id })
    const before = await recommendationHeld(tx, id)
    const { closure } = before
    if (!closure) {
      const again = await isRepeatedDecision(tx, actor, 'recommendation.reopened', id, reason)
      return again ? unchanged(before) : conflict('recommendation_not_closed', before)
    }
    const inArchived = { id, document: { archivedAt: { not: null } } }
    if ((await tx.recommendation.count({ where: inArchived })) > 0) return conflict('document_archived', before)
    const outOfUse = await archivedWithWork(tx, { recommendationId: id })
    if (outOfUse) return conflict('recommendation_organizations_archived', before, outOfUse)

    await tx.recommendation.update({
      where: { id },
      data: { closure: null, closureReasonId: null, version: { increment: 1 } },
      select: { id: true },
    })
    record({
      kind: 'recommendation.reopened',
      subjectId: id,
      recommendationId: id,
      body: {
        before: { closure },
        after: { closure: null, reason: await keepReason(change, actor, reason) },
      },
    })
    return ok(await recommendationNow(tx, id))
  })
}
