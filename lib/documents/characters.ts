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

/**
 * Says of places in one text whether they are within a character. White space ends before a mark that follows it: nothing
 * to be read is lost there.
 */
export function cutting(text: string) {
  const points = [...text]
  let starts: Set<number> | undefined
  const isPlain = (point = '') => point <= '\x7F' && point !== '\n'
  const within = (place: number) => {
    const [before = '', after = ''] = [points[place - 1], points[place]]
    if (before === '' || after === '' || blank.test(before) || (isPlain(before) && isPlain(after))) return false
    starts ??= new Set(charactersOf(text).map(({ start }) => start))
    return !starts.has(place)
  }
  return ({ start, end }: Span) => within(start) || within(end)
}
