import type { State } from '@/app/_addresses/recommendation'
import { mentionsInWords } from '@/app/(work)/_components/mention-words'
import type { Actor } from '@/lib/domain/actor'
import { type KnownPeople, knownAmong } from '@/lib/mentions/find-typed'
import { outcomeOfAnnotation, outcomeOfReport } from '@/lib/mentions/outcome'
import { peopleLinked } from '@/lib/mentions/people-links'
import { ExistingId } from '@/lib/platform/id'
import { readMarkdown } from '@/lib/platform/markdown'
import type { RecommendationView } from '@/lib/register/recommendation-view'

/** What a page needs to know of the people whom its annotations mention. */
export type Mentions = {
  /** Those whose pages the reader can open, and those whose name was erased. */
  known: KnownPeople
  /** Who was notified because of the annotation or the report that the reader has just sent, in words. */
  outcome: string
}

export async function mentionsFor(actor: Actor, { notes }: RecommendationView, state: State): Promise<Mentions> {
  const bodies = notes.flatMap(({ annotation, earlier, beginningOnly }) => [
    ...(beginningOnly ? [] : [annotation.body]),
    ...earlier.map(({ body }) => body),
  ])
  const ids = bodies.filter((body) => body.includes('/people/')).flatMap((body) => peopleLinked(readMarkdown(body)))
  const [known, outcome] = await Promise.all([knownAmong(actor, [...new Set(ids)]), outcomeFor(actor, state)])
  return { known, outcome: outcome ? mentionsInWords(outcome) : '' }
}

const outcomes: Partial<Record<string, typeof outcomeOfAnnotation>> = {
  annotated: outcomeOfAnnotation,
  revised: outcomeOfAnnotation,
  reported: outcomeOfReport,
  claimed: outcomeOfReport,
  corrected: outcomeOfReport,
}

const outcomeFor = (actor: Actor, { done = '', at }: State) => outcomes[done]?.(actor, ExistingId.parse(at))
