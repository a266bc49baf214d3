import 'server-only'
import { z } from 'zod'
import type { Actor } from '@/lib/domain/actor'
import { forbidden, notFound, type Result, unparsed } from '@/lib/platform/result'
import { KnownName, nameText } from '@/lib/platform/text'
import { changeDetails } from './change-details'
import { findRecommendation } from './find'
import { mayEdit } from './policy'
import type { RecommendationNow } from './queries'

const AddTheme = z.strictObject({ key: KnownName, theme: nameText('theme_missing', 80) })

/**
 * Adds a theme to a recommendation. Returns the recommendation. Refusals: `recommendation_not_found`,
 * `recommendation_forbidden`.
 */
export async function addTheme(actor: Actor, input: unknown): Promise<Result<RecommendationNow>> {
  const parsed = AddTheme.safeParse(input)
  if (!parsed.success) return unparsed(parsed.error)
  const { key, theme } = parsed.data

  const recommendation = await findRecommendation(actor, key)
  if (!recommendation) return notFound('recommendation_not_found')

  if (!mayEdit(actor)) return forbidden('recommendation_forbidden')

  return changeDetails(actor, recommendation.id, undefined, async () => ({ ok: true, changes: { theme } }))
}
