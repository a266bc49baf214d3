import type { State } from '@/app/_addresses/recommendation'
import { mentionsInWords } from '@/app/(work)/_components/mention-words'
import type { Actor } from '@/lib/domain/actor'
import { knownAmong } from '@/lib/mentions/find-typed'
import { peopleLinked } from '@/lib/mentions/for-reader'
import { outcomeOfAnnotation } from '@/lib/mentions/outcome'
import { readMarkdown } from '@/lib/platform/markdown'
import type { RecommendationView } from '@/lib/register/recommendation-view'

/** What a page needs to know of the people whom its annotations mention. */
export type Mentions = {
  /** The IDs of those whose pages the reader can open. */
  known: ReadonlySet<string>
  /** Who was notified because of the annotation that the reader has just written, in words. */
  outcome: string
}

export async function mentionsFor(actor: Actor, { notes }: RecommendationView, state: State): Promise<Mentions> {
  const bodies = notes.flatMap(({ annotation, earlier }) => [annotation.body, ...earlier.map(({ body }) => body)])
  const ids = bodies.filter((body) => body.includes('/people/')).flatMap((body) => peopleLinked(readMarkdown(body)))
  const written = state.done === 'annotated' || state.done === 'revised' ? state.at : undefined
  const isShown = notes.some(({ annotation }) => annotation.id === written)
  const [known, outcome] = await Promise.all([
    knownAmong(actor, [...new Set(ids)]),
    written !== undefined && isShown ? outcomeOfAnnotation(actor, written) : undefined,
  ])
  return { known: new Set(known), outcome: outcome ? mentionsInWords(outcome) : '' }
}
