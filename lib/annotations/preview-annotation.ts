import 'server-only'
import { z } from 'zod'
import type { Actor } from '@/lib/domain/actor'
import { type Drawn, readMarkdown } from '@/lib/platform/markdown'
import { forbidden, notFound, ok, type Result, unparsed } from '@/lib/platform/result'
import { KnownName } from '@/lib/platform/text'
import { findRecommendation } from '@/lib/recommendations/find'
import { Body, bodyWithMentions } from './body'
import { mayAnnotate } from './policy'

const Preview = z.strictObject({ key: KnownName, body: Body })

/** Returns an annotation as a page would show it, if the actor may write it. Saves nothing. */
export async function previewAnnotation(actor: Actor, input: unknown): Promise<Result<Drawn[]>> {
  const parsed = Preview.safeParse(input)
  if (!parsed.success) return unparsed(parsed.error)
  const { key, body } = parsed.data

  const recommendation = await findRecommendation(actor, key)
  if (!recommendation) return notFound('recommendation_not_found')

  if (!mayAnnotate(actor)) return forbidden('annotation_forbidden')

  const written = await bodyWithMentions(actor, body)
  return written.ok ? ok(readMarkdown(written.value.text)) : written
}
