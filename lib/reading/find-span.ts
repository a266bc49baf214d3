import type { z } from 'zod'
import { type Choice, invalid, invalidField } from '@/lib/platform/result'
import { sourceText } from '@/lib/platform/text'
import { wholeNumber } from '@/lib/platform/whole-number'
import { charactersOf, cutting } from './characters'
import { findWords } from './find-words'
import { cut, type Span } from './sentences'

const place = wholeNumber('span_unreadable', 0).optional()

/** The fields that identify part of a paragraph: `start` and `end`, or its words. */
export const spanFields = {
  /** Counted in code points of the paragraph. */
  start: place,
  end: place,
  words: sourceText('words_not_found', 20_000).optional(),
  /** Which occurrence of the words, counted from 1. */
  occurrence: wholeNumber('occurrence_unreadable', 1).optional(),
  /** The start of the occurrence that a form has offered, if the words still start there. */
  at: wholeNumber('span_unreadable', 0).optional().catch(undefined),
}

type Named = z.output<z.ZodObject<typeof spanFields>>

const found = ({ start, end }: Span) => ({ ok: true, start, end }) as const

/** Returns the span of the identified part of a paragraph. It never cuts a character and contains something visible. */
export function spanIn(text: string, { start, end, words, ...which }: Named) {
  if (words !== undefined) {
    if (start !== undefined || end !== undefined) return invalidField('words', 'span_named_twice')
    return spanOfWords(text, words, which)
  }
  if (which.occurrence !== undefined) return invalidField('occurrence', 'occurrence_without_words')
  const sound = start !== undefined && end !== undefined && start < end && end <= [...text].length
  if (!sound || cut(text, { start, end }).trim() === '') {
    return invalidField(start === undefined ? 'start' : 'end', 'span_unreadable')
  }
  return cutting(text)({ start, end }) ? invalidField('end', 'span_cuts_character') : found({ start, end })
}

function spanOfWords(text: string, words: string, { occurrence, at }: Pick<Named, 'occurrence' | 'at'>) {
  const places = findWords(text, words)
  const [first] = places
  const count = places.length
  if (!first) return invalidField('words', 'words_not_found')
  if (occurrence !== undefined) {
    const named = places[occurrence - 1]
    return named ? found(named) : invalidField('occurrence', 'occurrence_unknown', { count })
  }
  const named = count === 1 ? first : places.find(({ start }) => start === at)
  if (named) return found(named)
  if (count > mostChoices) return invalidField('words', 'words_too_frequent', { count })
  const choices = choicesOf(text, places)
  return invalid({ field: 'occurrence', code: 'occurrence_missing', params: { count }, choices })
}

const mostChoices = 20

/** How much of the text a choice shows on each side of the words, in characters. */
const context = 40

/** Longer words are shortened to their beginning and their end, in characters. */
const longestShown = 200

/**
 * Returns each occurrence of the words with some of the text around it. The value of a choice is the start of the
 * words.
 */
function choicesOf(text: string, places: readonly Span[]): Choice[] {
  const characters = charactersOf(text)
  const placeOf = new Map(characters.map(({ start }, place) => [start, place]))
  const shown = (from: number, to: number) =>
    characters
      .slice(Math.max(from, 0), to)
      .map(({ text }) => text)
      .join('')
  return places.map(({ start, end }) => {
    const from = placeOf.get(start) ?? 0
    const to = placeOf.get(end) ?? characters.length
    return {
      value: String(start),
      before: (from > context ? '…' : '') + shown(from - context, from),
      marked:
        to - from <= longestShown ? shown(from, to) : `${shown(from, from + context)} … ${shown(to - context, to)}`,
      after: shown(to, to + context) + (to + context < characters.length ? '…' : ''),
    }
  })
}
