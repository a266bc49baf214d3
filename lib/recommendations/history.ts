import 'server-only'
import { type History, historyForPrograms, historyOf, type Wanted } from '@/lib/history/queries'
import type { Actor } from '@/lib/people/actor'
import { notFound, ok, type Result } from '@/lib/platform/result'
import { findRecommendation } from './find'

/** What happened to a recommendation and all that belongs to it, newest first, as programs are told it. */
export async function historyOfRecommendation(actor: Actor, key: string, wanted: Wanted): Promise<Result<History>> {
  const recommendation = await findRecommendation(actor, key)
  return recommendation
    ? ok(historyForPrograms(await historyOf(actor, { ...wanted, key })))
    : notFound('recommendation_not_found')
}
