import 'server-only'
import { z } from 'zod'
import type { Actor } from '@/lib/domain/actor'
import { change } from '@/lib/history/change'
import { forbidden, notFound, ok, type Result, unchanged, unparsed } from '@/lib/platform/result'
import { KnownName } from '@/lib/platform/text'
import { findRecommendation } from '@/lib/recommendations/find'
import { mayEdit } from '@/lib/recommendations/policy'

const Unlink = z.strictObject({
  key: KnownName,
  /** The key of the recommendation to which it is linked. */
  to: KnownName,
})

export type Unlinked = { key: string; to: string }

/**
 * Takes back a link from a recommendation to another one. Refusals: `recommendation_not_found`,
 * `recommendation_forbidden`.
 */
export async function unlinkRecommendation(actor: Actor, input: unknown): Promise<Result<Unlinked>> {
  const parsed = Unlink.safeParse(input)
  if (!parsed.success) return unparsed(parsed.error)
  const { key, to } = parsed.data

  const [recommendation, other] = [await findRecommendation(actor, key), await findRecommendation(actor, to)]
  if (!recommendation || !other) return notFound('recommendation_not_found')

  if (!mayEdit(actor)) return forbidden('recommendation_forbidden')

  return change(actor, async ({ tx, record }) => {
    const id = { recommendationId: recommendation.id, otherId: other.id }
    const [link] = await tx.recommendationLink.findMany({ where: id })
    const unlinked = { key: recommendation.key, to: other.key }
    const { count } = await tx.recommendationLink.deleteMany({ where: id })
    if (!link || count === 0) return unchanged(unlinked)
    record({
      kind: 'recommendation.unlinked',
      subjectId: recommendation.id,
      recommendationId: recommendation.id,
      body: { before: { relation: link.relation, key: other.key }, after: null },
    })
    return ok(unlinked)
  })
}
