import type { Actor } from '@/lib/domain/actor'
import { mentionsInMarkdown, type WithMentions } from '@/lib/mentions/mentions-in'
import { markdownText } from '@/lib/platform/markdown'
import { invalid, ok, type Result, unparsed } from '@/lib/platform/result'

/** The text of an annotation, in Markdown. */
export const Body = markdownText('annotation_missing', 10_000)

/**
 * Returns the text of an annotation with links for the people whom it mentions, and their IDs. Refuses a text that the
 * links make too long or too complex.
 */
export async function bodyWithMentions(actor: Actor, body: string): Promise<Result<WithMentions>> {
  const found = await mentionsInMarkdown(actor, body, 'body')
  if (!found.ok) return found
  const parsed = Body.safeParse(found.value.text)
  if (parsed.success) return ok(found.value)
  return invalid(...unparsed(parsed.error).errors.map((error) => ({ ...error, field: 'body' })))
}
