import 'server-only'
import type { Actor } from '@/lib/domain/actor'
import { type HistoryForPrograms, historyForPrograms } from '@/lib/history/api-history'
import type { Wanted } from '@/lib/history/queries'
import { notFound, ok, type Result } from '@/lib/platform/result'
import { findRecommendation } from '@/lib/recommendations/find'

/**
 * Returns a page of the history of a recommendation and of everything that belongs to it, newest first, for programs.
 */
export async function historyOfRecommendation(
  actor: Actor,
  key: string,
  wanted: Wanted,
): Promise<Result<HistoryForPrograms>> {
  const recommendation = await findRecommendation(actor, key)
  return recommendation ? ok(await historyForPrograms(actor, { ...wanted, key })) : notFound('recommendation_not_found')
}
