import 'server-only'
import { z } from 'zod'
import type { Actor } from '@/lib/people/actor'
import { db } from '@/lib/platform/db'
import { notFound, type Result, unparsed } from '@/lib/platform/result'
import { KnownName, nameText } from '@/lib/platform/text'
import { editRecommendation } from './edit-recommendation'
import { visibleTo } from './policy'
import type { RecommendationNow } from './queries'

const AddTheme = z.strictObject({ key: KnownName, theme: nameText('theme_missing', 80) })

/** Adds a theme to those that a recommendation has. */
export async function addTheme(actor: Actor, input: unknown): Promise<Result<RecommendationNow>> {
  const parsed = AddTheme.safeParse(input)
  if (!parsed.success) return unparsed(parsed.error)
  const { key, theme } = parsed.data

  const found = await db.recommendation.findFirst({
    where: { key, AND: visibleTo(actor) },
    select: { themes: true, version: true },
  })
  if (!found) return notFound('recommendation_not_found')
  return editRecommendation(actor, { key, version: found.version, themes: [...found.themes, theme] })
}
