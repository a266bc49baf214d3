import 'server-only'
import type { Transaction } from '@/lib/platform/db'
import { invalidField, type Result } from '@/lib/platform/result'
import { mostQuoted, mostRecommendations } from '@/lib/registration/new-document'

/** The largest number of candidates of one import, with those that people add. */
export const mostCandidates = 20_000

type Accepted = { count: number; characters: number }

/** Returns the refusal if one document does not take as many recommendations, or as many characters of their quotes. */
export function refusesAccepted(field: string, { count, characters }: Accepted) {
  if (count > mostRecommendations) return invalidField(field, 'accepted_many', { maximum: mostRecommendations })
  return characters > mostQuoted ? invalidField(field, 'accepted_long', { maximum: mostQuoted }) : undefined
}

/** Returns the result of a change that accepts candidates, or the refusal if publishing all of them would be refused. */
export async function ifPublishable<T>(tx: Transaction, importId: string, field: string, result: Result<T>) {
  if (!result.ok || !result.changed) return result
  const { _count: count, _sum: sum } = await tx.importCandidate.aggregate({
    where: { importId, decision: 'accepted' },
    _count: true,
    _sum: { start: true, end: true },
  })
  return refusesAccepted(field, { count, characters: (sum.end ?? 0) - (sum.start ?? 0) }) ?? result
}
