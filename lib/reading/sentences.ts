import { isAlone } from './character-ends'
import { segmentsIn } from './segments'

/** Part of a text, in Unicode code points. `end` is the place after the last one. */
export type Span = { start: number; end: number }

const segmenter = new Intl.Segmenter('en', { granularity: 'sentence' })

/** Abbreviations that end in a full stop and never end a sentence. */
const abbreviation = /(?:^|[\s([])(?:arts|cf|chaps|doc|docs|dr|e\.g|i\.e|mr|mrs|ms|nos|op|paras|pp|st|vs)\.$/i

/**
 * Abbreviations that do not end a sentence if a number follows: "art. 5" and "vol. II", but "works of art." and "The
 * answer was no."
 */
const numbered = /(?:^|[\s([])(?:art|ch|chap|fig|no|p|para|res|rev|sect|vol)\.$/i
const startsWithNumber = /^(?:\p{Nd}|[IVXLC]+\b)/u

const startsLow = /^\p{Ll}/u

/** The longest abbreviation at the end of a sentence, in characters. */
const longestAbbreviation = 12

/** Returns the segments that the segmenter reads as sentences. The last two of a piece may continue in the next one. */
export const segmentsOf = (text: string) => segmentsIn(segmenter, text, { piece: 2_000, uncertain: 2 })

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

/** Returns the number of sentences in a paragraph. Stops counting above `most`. */
export function countSentences(text: string, most: number): number {
  let count = 0
  for (const sentence of sentencesIn(text)) {
    if (sentence.trim() !== '') count++
    if (count > most) break
  }
  return count
}

/** Yields the sentences in order, with the spaces around them. */
function* sentencesIn(text: string) {
  let start = 0
  let end = 0
  for (const { segment, index } of segmentsOf(text)) {
    const before = text.slice(Math.max(start, end - longestAbbreviation), end)
    if (index > start && !goesOn(before, segment) && !isWithinCharacter(text, index)) {
      yield text.slice(start, index)
      start = index
    }
    end = index + segment.trimEnd().length
  }
  if (start < text.length) yield text.slice(start)
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

/** Returns whether a sentence continues in the segment that follows it. */
const goesOn = (sentence: string, next: string) =>
  startsLow.test(next) || abbreviation.test(sentence) || (numbered.test(sentence) && startsWithNumber.test(next))

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
