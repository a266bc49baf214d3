import fc from 'fast-check'
import { expect, test } from 'vitest'
import { charactersOf, cutting } from '@/lib/reading/characters'
import { spanIn } from '@/lib/reading/find-span'
import { findWords } from '@/lib/reading/find-words'
import { cut, sentencesOf } from '@/lib/reading/sentences'
import { processorTime } from '../support/processor-time'
import { refusalOf } from '../support/refusal'

const found = (text: string, words: string) => findWords(text, words).map((span) => cut(text, span))

test.each([
  {
    rule: 'each place where they occur',
    text: 'States act. States report.',
    words: 'States',
    quotes: ['States', 'States'],
  },
  { rule: 'places that overlap', text: 'aaaa', words: 'aa', quotes: ['aa', 'aa', 'aa'] },
  { rule: 'words that begin in vain', text: 'aab aaab', words: 'aaab', quotes: ['aaab'] },
  { rule: 'without the space around them', text: 'They act.', words: '\n act. ', quotes: ['act.'] },
  {
    rule: 'composed over decomposed letters',
    text: 'des donne\u0301es',
    words: 'donn\u00e9es',
    quotes: ['donne\u0301es'],
  },
  {
    rule: 'decomposed over composed letters',
    text: 'des donn\u00e9es',
    words: 'donne\u0301es',
    quotes: ['donn\u00e9es'],
  },
  {
    rule: 'across runs of space',
    text: 'to  keep\u00a0\u2009it',
    words: 'to keep it',
    quotes: ['to  keep\u00a0\u2009it'],
  },
  { rule: 'across line breaks', text: 'to keep it', words: 'to\r\nkeep\n\tit', quotes: ['to keep it'] },
  {
    rule: 'Hangul syllables of parts',
    text: '\u1112\u1161\u11ab\uae00',
    words: '\ud55c\uae00',
    quotes: ['\u1112\u1161\u11ab\uae00'],
  },
  { rule: 'no letter without its mark', text: 'e\u0301tat', words: 'e', quotes: [] },
  { rule: 'no mark without its letter', text: 'e\u0301tat', words: '\u0301tat', quotes: [] },
  { rule: 'no part of a joined emoji', text: 'A 👩‍👩‍👧 B', words: '👩', quotes: [] },
  { rule: 'no half of a flag', text: '🇫🇷🇫🇷', words: '🇷🇫', quotes: [] },
  { rule: 'nothing for blank words', text: 'a b', words: ' \n ', quotes: [] },
])('words are found: $rule', ({ text, words, quotes }) => {
  expect(found(text, words)).toEqual(quotes)
})

const piece = fc.constantFrom(
  'a',
  'e',
  '\u0301',
  '\u00e9',
  ' ',
  '\n',
  '\r',
  '👩',
  '\u200d',
  '🏽',
  '🇫',
  '\u1112',
  '\u1161',
  'क',
  '\u094d',
)
const text = fc.string({ unit: piece, minLength: 1, maxLength: 600 })

test('whatever part of a text is copied whole, its place is among those found, and no place cuts a character', () => {
  fc.assert(
    fc.property(text, fc.nat(), fc.nat(), (some, one, other) => {
      const characters = charactersOf(some)
      const [from, to] = [one % characters.length, other % characters.length].sort((a, b) => a - b)
      const span = { start: characters[from ?? 0]?.start ?? 0, end: characters[to ?? 0]?.end ?? 0 }
      const words = cut(some, span)
      const places = findWords(some, words)
      if (words === words.trim() && words !== '') expect(places).toContainEqual(span)
      for (const place of places) expect(cutting(some)(place)).toBe(false)
    }),
  )
})

test('characters are the same whether a text is read whole or in pieces', () => {
  fc.assert(
    fc.property(text, (some) => {
      const whole = [...new Intl.Segmenter('en', { granularity: 'grapheme' }).segment(some)]
      expect(charactersOf(some).map(({ text }) => text)).toEqual(whole.map(({ segment }) => segment))
    }),
  )
})

test('no sentence cuts a character', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.oneof(piece, fc.constantFrom('.', '. ', '? ', 'A')), maxLength: 600 }), (some) => {
      for (const sentence of sentencesOf(some)) expect(cutting(some)(sentence)).toBe(false)
    }),
  )
})

const refused = (span: ReturnType<typeof spanIn>) => (span.ok ? 'found' : refusalOf(span))

test('words that occur several times ask which, and show each with the text around it', () => {
  const text = 'They should report on 🌍. They should report again.'
  const words = 'should report'
  expect(refused(spanIn(text, { words }))).toBe('occurrence: occurrence_missing')
  expect(spanIn(text, { words })).toMatchObject({
    errors: [
      {
        params: { count: 2 },
        choices: [
          { value: '5', before: 'They ', marked: words, after: ' on 🌍. They should report again.' },
          { value: '30', before: 'They should report on 🌍. They ', marked: words, after: ' again.' },
        ],
      },
    ],
  })
  expect(spanIn(text, { words, occurrence: 2 })).toEqual({ ok: true, start: 30, end: 43 })
  expect(spanIn(text, { words, at: 30 })).toEqual({ ok: true, start: 30, end: 43 })
  expect(refused(spanIn(text, { words, at: 29 }))).toBe('occurrence: occurrence_missing')
  expect(refused(spanIn(text, { words, occurrence: 3 }))).toBe('occurrence: occurrence_unknown')
  expect(refused(spanIn('a'.repeat(30), { words: 'a' }))).toBe('words: words_too_frequent')
})

test('the longest words are looked for soon in the longest paragraph', () => {
  const near = `${'a'.repeat(9_999)}b`
  const time = processorTime(() => {
    expect(findWords('a'.repeat(20_000), near)).toEqual([])
    spanIn('e\u0301'.repeat(10_000), { words: 'e\u0301'.repeat(9_990) })
  })
  expect(time).toBeLessThan(5000)
})
