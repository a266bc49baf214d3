import { cutting } from './characters'
import { compareWords, similarity, spanAfter, wordsIn } from './compare-words'
import { findWords } from './find-words'
import type { Comparable } from './match-paragraphs'
import { indexOfPhrases } from './phrases'
import { cut, cutter, type Span, sentencesOf } from './sentences'

/** A part of a text. `paragraph` is its place in the text before, if it is there. */
export type Passage = Span & { paragraph: number | undefined; path: string; quote: string }

/** What a passage becomes in a new text. `paragraph` is a place in it. */
export type FoundPlace =
  | (Span & { state: 'unchanged' | 'moved' | 'changed'; paragraph: number; quote: string })
  | { state: 'gone' }

/** From this similarity on, other words are a changed version of a passage, in its paragraph or elsewhere. */
const least = { inParagraph: 0.4, elsewhere: 0.6 }

/** Fewer words could be found anywhere by chance. */
const fewestWords = 5

const mostCompared = 5

/**
 * Returns a function that tells what a passage becomes in a new text. `became` are the places in the text before, by
 * those in the new text.
 */
export function placeFinder(
  before: readonly Comparable[],
  after: readonly Comparable[],
  became: readonly (number | undefined)[],
): (passage: Passage) => FoundPlace {
  const becomes = new Map(became.flatMap((was, is) => (was === undefined ? [] : [[was, is] as const])))
  let alikeIn: ReturnType<typeof indexOfPhrases> | undefined
  return (passage) => {
    const is = passage.paragraph === undefined ? undefined : becomes.get(passage.paragraph)
    const [was, one] = [before[passage.paragraph ?? -1], after[is ?? -1]]
    if (is !== undefined && was && one) {
      const found = placeIn(was.text, one.text, passage)
      if (found) return placed(one, is, passage, found)
    }
    alikeIn ??= indexOfPhrases(new Map(after.map(({ text }, place) => [place, wordsIn(text)])))
    return placeElsewhere(after, alikeIn, passage)
  }
}

function placed({ path, text }: Comparable, paragraph: number, passage: Passage, span: Span): FoundPlace {
  const quote = cut(text, span)
  const state = quote !== passage.quote ? 'changed' : path === passage.path ? 'unchanged' : 'moved'
  return { state, paragraph, ...span, quote }
}

/** Returns where a passage is in the paragraph that its own became. */
function placeIn(before: string, after: string, { start, end, quote }: Passage): Span | undefined {
  if (before === after) return { start, end }
  const mapped = spanAfter(compareWords(before, after), { start, end })
  const exact = exactIn(after, quote)
  if (exact.length > 0) {
    return exact.reduce((best, one) => (apart(one, mapped) < apart(best, mapped) ? one : best))
  }
  const span = wholeSentences(after, mapped, isWhole(before, { start, end }))
  return span && isSimilar(quote, cut(after, span), least.inParagraph) ? span : undefined
}

const exactIn = (text: string, quote: string) =>
  text.includes(quote) ? findWords(text, quote).filter((span) => cut(text, span) === quote) : []

const apart = (one: Span, other: Span) => Math.abs(one.start - other.start) + Math.abs(one.end - other.end)

const isSimilar = (one: string, other: string, from: number) => similarity(wordsIn(one), wordsIn(other)) >= from

/** Returns whether a span begins and ends with sentences. */
function isWhole(text: string, { start, end }: Span) {
  const sentences = sentencesOf(text)
  return sentences.some((one) => one.start === start) && sentences.some((one) => one.end === end)
}

/** Returns a span without the space around it, extended to whole sentences if it was whole before. */
function wholeSentences(text: string, { start, end }: Span, whole: boolean): Span | undefined {
  const words = cut(text, { start, end })
  if (words.trim() === '') return undefined
  const from = start + (words.length - words.trimStart().length)
  const to = end - (words.length - words.trimEnd().length)
  const span = { start: from, end: to }
  if (!whole && !cutting(text)(span)) return span
  const sentences = sentencesOf(text).filter((one) => one.start < to && one.end > from)
  const [first, last] = [sentences[0], sentences.at(-1)]
  return first && last ? { start: first.start, end: last.end } : undefined
}

/** Returns where a passage is in the whole of a text: its words, or else sentences that are similar. */
function placeElsewhere(
  after: readonly Comparable[],
  alikeIn: ReturnType<typeof indexOfPhrases>,
  passage: Passage,
): FoundPlace {
  const words = wordsIn(passage.quote)
  if (words.length < fewestWords) return { state: 'gone' }
  const alike = alikeIn(words, mostCompared).flatMap((place) => {
    const one = after[place]
    return one ? [{ place, one }] : []
  })
  for (const { place, one } of alike) {
    const [exact] = exactIn(one.text, passage.quote)
    if (exact) return placed(one, place, passage, exact)
  }
  const similar = alike.flatMap(({ place, one }) => {
    const sentence = cutter(one.text)
    return sentencesOf(one.text).map((span) => ({
      place,
      one,
      span,
      score: similarity(words, wordsIn(sentence(span))),
    }))
  })
  const [best] = similar.filter(({ score }) => score >= least.elsewhere).sort((a, b) => b.score - a.score)
  return best ? placed(best.one, best.place, passage, best.span) : { state: 'gone' }
}
