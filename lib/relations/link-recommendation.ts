import 'server-only'
import { z } from 'zod'
import type { Actor } from '@/lib/domain/actor'
import { change } from '@/lib/history/change'
import {
  conflict,
  forbidden,
  invalidField,
  notFound,
  ok,
  type Result,
  unchanged,
  unparsed,
} from '@/lib/platform/result'
import { KnownName } from '@/lib/platform/text'
import { findRecommendation, findTyped } from '@/lib/recommendations/find'
import { mayEdit } from '@/lib/recommendations/policy'
import { Relation } from '@/prisma/generated/enums'

const Link = z.strictObject({
  key: KnownName,
  /** The key of the other recommendation, in any case. */
  to: z.string('linked_missing').trim().min(1, 'linked_missing').pipe(KnownName),
  relation: z.enum(Relation, 'relation_missing'),
})

export type Linked = { key: string; to: string; relation: Relation }

/**
 * Says that a recommendation repeats, supersedes or is part of another one. Two recommendations have at most one link.
 * Refusals: `recommendation_not_found`, `recommendation_forbidden`, `recommendations_linked`.
 */
export async function linkRecommendation(actor: Actor, input: unknown): Promise<Result<Linked>> {
  const parsed = Link.safeParse(input)
  if (!parsed.success) return unparsed(parsed.error)
  const { key, to, relation } = parsed.data

  const recommendation = await findRecommendation(actor, key)
  if (!recommendation) return notFound('recommendation_not_found')

  if (!mayEdit(actor)) return forbidden('recommendation_forbidden')

  const other = await findTyped(actor, to)
  if (!other) return invalidField('to', 'linked_unknown')
  if (other.id === recommendation.id) return invalidField('to', 'linked_itself')

  const pair = { recommendationId: recommendation.id, otherId: other.id }
  return change(actor, async ({ tx, record }) => {
    const ids = [pair.recommendationId, pair.otherId].sort()
    for (const id of ids) await tx.$executeRaw`select from recommendations where id = ${id}::uuid for no key update`
    const there = await tx.recommendationLink.findFirst({
      where: { OR: [pair, { recommendationId: pair.otherId, otherId: pair.recommendationId }] },
    })
    const linked = { key: recommendation.key, to: other.key, relation }
    if (there) {
      const same = there.recommendationId === pair.recommendationId && there.relation === relation
      return same ? unchanged(linked) : conflict('recommendations_linked', null)
    }
    await tx.recommendationLink.create({ data: { ...pair, relation } })
    record({
      kind: 'recommendation.linked',
      subjectId: recommendation.id,
      recommendationId: recommendation.id,
      body: { before: null, after: { relation, key: other.key } },
    })
    return ok(linked)
  })
}
