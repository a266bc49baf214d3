import { isAlone } from './character-ends'
import { segmentsIn } from './segments'

/** A stretch of a text, in Unicode code points; `end` is past its last one. */
export type Span = { start: number; end: number }

const segmenter = new Intl.Segmenter('en', { granularity: 'sentence' })

/** What ends in a full stop and ends no sentence, whatever comes after it. */
const abbreviation = /(?:^|[\s([])(?:arts|cf|chaps|doc|docs|dr|e\.g|i\.e|mr|mrs|ms|nos|op|paras|pp|st|vs)\.$/i

/**
 * What ends in a full stop and ends no sentence where a number comes after it: "art. 5" and "vol. II", but "works of
 * art." and "The answer was no."
 */
const numbered = /(?:^|[\s([])(?:art|ch|chap|fig|no|p|para|res|rev|sect|vol)\.$/i
const startsWithNumber = /^(?:\p{Nd}|[IVXLC]+\b)/u

const startsLow = /^\p{Ll}/u

/** As much of a sentence's end as an abbreviation takes. */
const longestAbbreviation = 12

/** What the segmenter takes for sentences. The last two of a piece may go on in the next one. */
export const segmentsOf = (text: string) => segmentsIn(segmenter, text, { piece: 2_000, uncertain: 2 })

/** The sentences of a paragraph, each without the spaces around it. */
export function sentencesOf(text: string): Span[] {
  const sentences: Span[] = []
  let at = 0
  for (const sentence of sentencesIn(text)) {
    const said = sentence.trimStart()
    // White space takes one unit a code point.
    const start = at + sentence.length - said.length
    const end = start + codePoints(said.trimEnd())
    if (end > start) sentences.push({ start, end })
    at = end + said.length - said.trimEnd().length
  }
  return sentences
}

/** How many sentences a paragraph has. Stops counting where there are more than `most`. */
export function countSentences(text: string, most: number): number {
  let count = 0
  for (const sentence of sentencesIn(text)) {
    if (sentence.trim() !== '') count++
    if (count > most) break
  }
  return count
}

/** The sentences with the spaces around them, one after the other. */
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
 * Whether a place, in UTF-16 units, is within what a reader takes for one character: before the skin tone of an emoji.
 */
function isWithinCharacter(text: string, index: number) {
  if (isAlone(text.charAt(index)) && isAlone(text.charAt(index - 1))) return false
  const from = Math.max(index - 20, 0)
  return characters.segment(text.slice(from, index + 2)).containing(index - from)?.index !== index - from
}

/** Whether a sentence goes on in what the segmenter takes for the next one. */
const goesOn = (sentence: string, next: string) =>
  startsLow.test(next) || abbreviation.test(sentence) || (numbered.test(sentence) && startsWithNumber.test(next))

/** Which sentence, counted from 1, a place in the text stands in; the one before where it stands between two. */
export const sentenceAt = (text: string, place: number) => sentenceAmong(sentencesOf(text), place)

/**
 * Which of these sentences, counted from 1, a place in the text stands in; the one before where it stands between two.
 */
export function sentenceAmong(sentences: readonly Span[], place: number): number {
  const after = sentences.findIndex(({ start }) => start > place)
  return after === -1 ? Math.max(sentences.length, 1) : Math.max(after, 1)
}

/** The stretch itself. */
export const cut = (text: string, span: Span) => cutter(text)(span)

/** Cuts stretches out of one text, whose code points are counted once. */
export function cutter(text: string) {
  const characters = [...text]
  return ({ start, end }: Span) => characters.slice(start, end).join('')
}

const pairs = /[\uD800-\uDBFF][\uDC00-\uDFFF]/g

export const codePoints = (text: string) => text.length - (text.match(pairs)?.length ?? 0)
