import type { ReadParagraph } from '@/lib/reading/read-paragraph'
import { sentencesOf } from '@/lib/reading/sentences'
import { imperativeAt } from './imperative'
import { type Lexicons, lexiconsOf } from './languages'
import { type Hit, hitsIn } from './lexicon'
import { isSpeech } from './quoted-speech'
import { type Frame, frameOf } from './sentence-frames'
import { type Word, wordsOf } from './words'

/** A sentence, or a part of one that asks by itself. `start` and `end` are UTF-16 units of its paragraph. */
export type Sentence = {
  text: string
  start: number
  end: number
  words: Word[]
  hits: Hit[]
  frame: Frame
  /** Whether "it" stands for the body whose text this is. */
  ownVoice: boolean
  /** Whether it begins with a label such as "Recommendation 1:". */
  named?: boolean
  /** Whether it is an item within a sentence: "including by: i. verifying data". */
  item?: boolean
  /** Whether it asks for something before a colon at its end: "accurate, including by:". */
  complete: boolean
  english: boolean
  /** Whether it gives the words of a person. */
  speech: boolean
}

/** A paragraph with the sentences in it. */
export type Passage = { paragraph: ReadParagraph; sentences: Sentence[] }

/** Reads the sentences of a paragraph. A sentence that begins with "It" takes its subject from the one before. */
export function passageOf(paragraph: ReadParagraph, lexicons: Lexicons): Passage {
  const sentences: Sentence[] = []
  let ownVoice = true
  for (const { start, end } of unitSpans(paragraph.text)) {
    for (const part of partsOf(paragraph.text, start, end, lexicons, ownVoice)) {
      sentences.push(part)
      const { sort, subject } = part.frame
      if (subject === 'body' || subject === 'first') ownVoice = true
      else if (sort === 'spoke' || (sort !== 'none' && subject === 'agent')) ownVoice = false
    }
  }
  return { paragraph, sentences }
}

/** Returns the sentences in UTF-16 units. They equal code points where the text has no pairs of surrogates. */
function unitSpans(text: string) {
  const spans = sentencesOf(text)
  if (!/[\uD800-\uDFFF]/.test(text)) return spans
  const places: number[] = []
  let unit = 0
  for (const character of text) {
    places.push(unit)
    unit += character.length
  }
  places.push(unit)
  return spans.map(({ start, end }) => ({ start: places[start] ?? unit, end: places[end] ?? unit }))
}

/** A label that the reader did not take, or a list marker. */
const label =
  /^(?:[-–—•·▪*]\s+|\(?(?:\p{L}|\p{Nd}{1,3}|[ivx]{1,5})(?:[.)]|\s?-)\s+|(?:recommendation|recommandation|recomendación|рекомендация|建议|التوصية)\s?(?:n°|nº|no\.?|№)?\s?(?:\p{Nd}{1,3})?(?:\.\p{Nd}{1,3})?\s?[:：.–—-]\s*)/iu
/** A number by year, as in "2026/01 The Authority should …". */
const numberOfYear = /^\p{Nd}{4}\/\p{Nd}{1,4}\s+(?=\p{Lu})/u
const longestLabel = 40

function partsOf(text: string, start: number, end: number, lexicons: Lexicons, ownVoice: boolean): Sentence[] {
  const beginning = text.slice(start, Math.min(end, start + longestLabel))
  const [found = ''] = label.exec(beginning) ?? numberOfYear.exec(beginning) ?? []
  const from = found.length < end - start ? start + found.length : start
  const whole = { ...sentenceAt(text, from, end, lexicons, ownVoice), named: /^\p{L}{3}/u.test(found) }
  const item = itemAfterColon(whole)
  const cuts = item === undefined ? cutsOf(whole) : [item.start]
  if (cuts.length === 0) return [whole]
  const places = [whole.start, ...cuts, end]
  return places.slice(0, -1).map((from, place) => {
    const to = places[place + 1] ?? end
    const part = sentenceAt(
      text,
      from,
      from + text.slice(from, item && from < item.start ? item.until : to).trimEnd().length,
      lexicons,
      ownVoice,
    )
    return { ...part, ...(whole.named && { named: true }), ...(item?.start === from && { item: true }) }
  })
}

function sentenceAt(text: string, start: number, end: number, lexicons: Lexicons, ownVoice: boolean): Sentence {
  const own = text.slice(start, end)
  const words = wordsOf(own)
  const hits = hitsIn(words, lexicons.words)
  const frame = frameOf({ words, hits }, ownVoice)
  const complete = isComplete(words.slice(-3))
  const english = lexicons.code === 'en'
  return { text: own, start, end, words, hits, frame, ownVoice, complete, english, speech: isSpeech(own) }
}

/**
 * Returns where a sentence makes a request of its own: after ";" where both parts ask, and at "and" after a part that
 * asks for nothing, as in "Welcomes the offer, and invites donors to contribute".
 */
function cutsOf({ words, hits, frame, start, english, speech }: Sentence): number[] {
  const cuts: number[] = []
  if (speech) return cuts
  if (frame.sort === 'note') {
    const at = requestAfterAnd(words, hits, frame.end)
    if (at !== undefined) cuts.push(start + (words[at]?.start ?? 0))
  }
  if (!english || (imperativeAt(words, hits) === -1 && frame.sort !== 'own')) return cuts
  const asking = new Set(hits.flatMap(({ at, roles }) => (roles.has('ask') ? [at] : [])))
  for (const [at, { text }] of words.entries()) {
    if (text !== ';' && text !== '；') continue
    const next = words[at + 1]?.text === 'and' ? at + 2 : at + 1
    if (asking.has(next) || imperativeAt(words.slice(next, next + 12), []) !== -1) {
      cuts.push(start + (words[next]?.start ?? 0))
    }
  }
  return cuts
}

/** Returns the place of the "and" before a request, with at most a few adverbs between them. */
function requestAfterAnd(words: readonly Word[], hits: readonly Hit[], from: number): number | undefined {
  let and: number | undefined
  for (const { at, roles } of hits) {
    if (at < from) continue
    if (roles.has('and')) and = at
    else if (and !== undefined && at - and <= nearest && roles.has('ask')) {
      if (!words.slice(and + 1, at).some(({ text }) => text === ',')) return and
    } else if (!roles.has('adverb') && !roles.has('pronoun') && !roles.has('leading')) and = undefined
  }
  return
}

/** How far before its verb the "and" stands, in words: "and in this regard encourages". */
const nearest = 5

/** Words before a colon after which the sentence has already asked for something. */
const isComplete = (words: readonly Word[]) =>
  words.some(({ text }) => /^(?:including|particular|notably|through|by|especially|inter)$/.test(text))

/** Returns where the first item begins that the reader left in its introduction: "including by: i. verifying data". */
function itemAfterColon({ words, text, start, english }: Sentence): { start: number; until: number } | undefined {
  const colon = english ? words.findIndex((word) => word.text === ':') : -1
  const [mark, first] = [words[colon + 1], words[colon + 2]]
  if (colon < 3 || !mark || !first || !isComplete(words.slice(colon - 2, colon))) return
  return /^(?:i|a|1)[.)]\s+$/.test(text.slice(mark.start, first.start))
    ? { start: start + first.start, until: start + mark.start }
    : undefined
}

/** Reads an English sentence by itself. */
export const sentenceOf = (text: string): Sentence => sentenceAt(text, 0, text.length, lexiconsOf('en'), true)
