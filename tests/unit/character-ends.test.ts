import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isAlone } from '@/lib/reading/character-ends'
import { charactersOf, cutting } from '@/lib/reading/characters'

const segmenter = new Intl.Segmenter('en', { granularity: 'grapheme' })
const count = (text: string) => [...segmenter.segment(text)].length

test('what stands alone joins neither what comes before it nor what comes after', () => {
  const alone: string[] = []
  for (let code = 0; code < 0x32000; code++) {
    // Of the many thousands of ideographs and syllables, which are all alike, one in sixteen.
    if (code > 0x3500 && code % 16 > 0) continue
    const point = String.fromCodePoint(code)
    if (isAlone(point)) alone.push(point)
  }
  expect(alone.filter((point) => count(`a${point}国${point}${point}가${point}`) !== 7)).toEqual([])
  expect(['国', '。', 'é', 'я', 'ع', '가', '5', ' '].filter((point) => !isAlone(point))).toEqual([])
  expect(['\u0301', '\u200D', '🏽', '🇨', '\u0E33', '\u1100', '\n', '\uFF9E'].filter(isAlone)).toEqual([])
})

test('a joined emoji at the end of what is read at once stays one character', () => {
  const joined = '👩\u200D🔬'
  for (let before = 240; before < 260; before++) {
    expect(charactersOf('a'.repeat(before) + joined).at(-1)).toEqual({ text: joined, start: before, end: before + 3 })
  }
})

test('a place is within a character exactly where the whole text says so', () => {
  const parts = fc.constantFrom(
    ...[
      '国',
      '。',
      'a',
      'é',
      'e\u0301',
      '\u0301',
      '👍🏽',
      '👩\u200D🔬',
      '🇨🇭',
      '🇨',
      '\u200D',
      'क्षि',
      'กำ',
      '각',
      '\u1100\u1161',
      '1\uFE0F\u20E3',
    ],
    ...[' ', '\r\n', '\u0301'.repeat(50), '🇨🇭'.repeat(30)],
  )
  fc.assert(
    fc.property(fc.array(parts, { maxLength: 60 }), (parts) => {
      const text = parts.join('')
      const characters = charactersOf(text)
      const starts = new Set(characters.map(({ start }) => start))
      const points = [...text]
      const cuts = cutting(text)
      for (const [place, point] of points.entries()) {
        const before = points[place - 1]
        if (before === undefined || /\s/u.test(before)) continue
        expect([point, place, cuts({ start: 0, end: place })]).toEqual([point, place, !starts.has(place)])
      }
    }),
  )
})
