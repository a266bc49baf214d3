import { isAlone } from './character-ends'
import { breaksIn } from './sentence-breaks'
import { goesOn, longestEnd } from './sentence-ends'

/** Part of a text, in Unicode code points. `end` is the place after the last one. */
export type Span = { start: number; end: number }

/** Returns the sentences of a paragraph, each without the spaces around it. */
export function sentencesOf(text: string): Span[] {
  const sentences: Span[] = []
  let at = 0
  for (const sentence of sentencesIn(text)) {
    const trimmed = sentence.trimStart()
    // Each white space character takes one UTF-16 unit and one code point.
    const start = at + sentence.length - trimmed.length
    const end = start + codePoints(trimmed.trimEnd())
    if (end > start) sentences.push({ start, end })
    at = end + trimmed.length - trimmed.trimEnd().length
  }
  return sentences
}

/** Yields the sentences in order, with the spaces around them. */
function* sentencesIn(text: string) {
  let start = 0
  for (const place of breaksIn(text)) {
    if (place <= start || place >= text.length || isWithinCharacter(text, place)) continue
    const before = text.slice(Math.max(start, place - longestEnd - blanksBefore(text, place)), place).trimEnd()
    if (goesOn(before, text.slice(place, place + longestEnd))) continue
    yield text.slice(start, place)
    start = place
  }
  if (start < text.length) yield text.slice(start)
}

/** Returns the number of white space characters before a place. */
function blanksBefore(text: string, place: number): number {
  let at = place
  while (at > 0 && /\s/u.test(text.charAt(at - 1))) at--
  return place - at
}

const characters = new Intl.Segmenter('en', { granularity: 'grapheme' })

/**
 * Returns whether a place, in UTF-16 units, is within what a reader sees as one character, as before the skin tone of
 * an emoji.
 */
function isWithinCharacter(text: string, index: number) {
  if (isAlone(text.charAt(index)) && isAlone(text.charAt(index - 1))) return false
  const from = Math.max(index - 20, 0)
  return characters.segment(text.slice(from, index + 2)).containing(index - from)?.index !== index - from
}

/**
 * Returns the number, counted from 1, of the sentence that contains a place in the text. Between two sentences, returns
 * the first.
 */
export const sentenceAt = (text: string, place: number) => sentenceAmong(sentencesOf(text), place)

/**
 * Returns the number, counted from 1, of the one of these sentences that contains a place in the text. Between two
 * sentences, returns the first.
 */
export function sentenceAmong(sentences: readonly Span[], place: number): number {
  const after = sentences.findIndex(({ start }) => start > place)
  return after === -1 ? Math.max(sentences.length, 1) : Math.max(after, 1)
}

/** Returns the text of a span. */
export const cut = (text: string, span: Span) => cutter(text)(span)

/** Returns a function that cuts spans out of a text. Counts the code points of the text once. */
export function cutter(text: string) {
  const characters = [...text]
  return ({ start, end }: Span) => characters.slice(start, end).join('')
}

const pairs = /[\uD800-\uDBFF][\uDC00-\uDFFF]/g

export const codePoints = (text: string) => text.length - (text.match(pairs)?.length ?? 0)

/** Returns a span of a text without the space at its beginning and its end. A span that is only space stays. */
export function withoutSpace(text: string, { start, end }: Span): Span {
  const words = cut(text, { start, end })
  if (words.trim() === '' || codePoints(words) !== end - start) return { start, end }
  const length = (part: string) => codePoints(words) - codePoints(part)
  return { start: start + length(words.trimStart()), end: end - length(words.trimEnd()) }
}
