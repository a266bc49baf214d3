import { isAlone } from './character-ends'
import { segmentsIn } from './segments'
import { codePoints, type Span } from './sentences'

const segmenter = new Intl.Segmenter('en', { granularity: 'grapheme' })

/**
 * What a reader sees as one character, such as a letter with its marks or a joined emoji, and its place in the text.
 */
export type Character = Span & { text: string }

export function charactersOf(text: string): Character[] {
  let end = 0
  return [...segmentsIn(segmenter, text, { piece: 256, uncertain: 1 })].map(({ segment }) => {
    const start = end
    end += codePoints(segment)
    return { text: segment, start, end }
  })
}

const blank = /\s/u

/** How far before a place to look for a certain start of a character, in code points. */
const farthest = 40

/**
 * Returns a function that tells whether a place in the text is within a character. White space counts as a whole
 * character even before a combining mark, because nothing readable is lost there.
 */
export function cutting(text: string) {
  const points = [...text]
  const begins = (place: number) => isAlone(points[place - 1] ?? '') && isAlone(points[place] ?? '')
  let starts: Set<number> | undefined
  const within = (place: number) => {
    const [before = '', after = ''] = [points[place - 1], points[place]]
    if (before === '' || after === '' || blank.test(before) || begins(place)) return false
    let from = place - 1
    while (from > 0 && place - from < farthest && !begins(from)) from--
    if (from === 0 || begins(from)) return isWithin(points.slice(from, place).join(''), after)
    starts ??= new Set(charactersOf(text).map(({ start }) => start))
    return !starts.has(place)
  }
  return ({ start, end }: Span) => within(start) || within(end)
}

/**
 * Returns whether the text `after` continues the last character of `before`, which may end with part of a character.
 */
const isWithin = (before: string, after: string) =>
  segmenter.segment(before + after).containing(before.length)?.index !== before.length
