import 'server-only'
import { codePoints, type Span } from '@/lib/documents/sentences'
import type { Actor } from '@/lib/people/actor'
import { db } from '@/lib/platform/db'
import { visibleTo } from './policy'

/** Where words stand in the recommendation's paragraph: in its own sentence, if they are there, or else elsewhere. */
export async function spanIn(actor: Actor, key: string, words: string): Promise<Span | undefined> {
  const found = await db.recommendation.findFirst({
    where: { key, AND: visibleTo(actor) },
    select: { quote: true, start: true, paragraph: { select: { text: true } } },
  })
  return found ? placeOf(words, found.paragraph.text, found) : undefined
}

function placeOf(words: string, text: string, { quote, start }: { quote: string; start: number }): Span | undefined {
  const said = words.trim()
  const own = quote.indexOf(said)
  const at = own >= 0 ? start + codePoints(quote.slice(0, own)) : placeIn(text, said)
  return at === undefined ? undefined : { start: at, end: at + codePoints(said) }
}

function placeIn(text: string, said: string) {
  const place = text.indexOf(said)
  return place >= 0 ? codePoints(text.slice(0, place)) : undefined
}
