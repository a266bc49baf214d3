import { isAlone } from './character-ends'
import { segmentsIn } from './segments'
import { codePoints, type Span } from './sentences'

const segmenter = new Intl.Segmenter('en', { granularity: 'grapheme' })

/** What a reader takes for one character, such as a letter with its marks or a joined emoji, and where it is. */
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

/** How far before a place we look for where a character surely begins, in code points. */
const farthest = 40

/**
 * Says of places in one text whether they are within a character. White space ends before a mark that follows it: nothing
 * to be read is lost there.
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

/** Whether what comes after some whole characters, and perhaps part of one, belongs to the last of them. */
const isWithin = (before: string, after: string) =>
  segmenter.segment(before + after).containing(before.length)?.index !== before.length
