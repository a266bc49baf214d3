import fc from 'fast-check'
import { expect, test } from 'vitest'
import { cut, sentenceAt, sentencesOf } from '@/lib/documents/sentences'
import { keyFor } from '@/lib/recommendations/key'

const texts = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc
    .array(
      fc.constantFrom('States should act.', 'No. 5 applies', 'e.g. here', '𝒜 sign? ', '  ', '(a) Why!', '。好', '\n'),
    )
    .map((parts) => parts.join(' ')),
)

test('the sentences of a text follow each other, and hold every sign of it but the spaces between', () => {
  fc.assert(
    fc.property(texts, (text) => {
      const sentences = sentencesOf(text)
      let past = 0
      for (const { start, end } of sentences) {
        expect(start).toBeGreaterThanOrEqual(past)
        expect(cut(text, { start: past, end: start }).trim()).toBe('')
        expect(cut(text, { start, end }).trim()).toBe(cut(text, { start, end }))
        past = end
      }
      expect(cut(text, { start: past, end: [...text].length }).trim()).toBe('')
    }),
  )
})

test('every place in a sentence is in that sentence', () => {
  fc.assert(
    fc.property(texts, (text) => {
      for (const [place, { start, end }] of sentencesOf(text).entries()) {
        expect(sentenceAt(text, start)).toBe(place + 1)
        expect(sentenceAt(text, end - 1)).toBe(place + 1)
      }
    }),
  )
})

test('an abbreviation ends no sentence', () => {
  const text = 'In para. 5 of doc. A/1, see art. 3. It was agreed, e.g. by all.'
  expect(sentencesOf(text).map((span) => cut(text, span))).toEqual([
    'In para. 5 of doc. A/1, see art. 3.',
    'It was agreed, e.g. by all.',
  ])
})

const taken =
  (...keys: string[]) =>
  (key: string) =>
    keys.includes(key)
const seventeen = { label: '17', ordinal: 3, parent: null }

test('a key says paragraph and sentence, after all that the paragraph is part of', () => {
  const text = 'One. Two.'
  expect(keyFor('X', { ...seventeen, text }, 5, taken())).toBe('X-17.2')
  expect(keyFor('X', { label: '12 bis', ordinal: 1, parent: null, text }, 0, taken())).toBe('X-12bis.1')
  const part = { label: '(a)', ordinal: 4, parent: seventeen }
  expect(keyFor('X', { ...part, text }, 0, taken())).toBe('X-17a.1')
  expect(keyFor('X', { label: '(i)', ordinal: 5, parent: part, text }, 0, taken())).toBe('X-17ai.1')
  expect(keyFor('X', { label: '', ordinal: 6, parent: null, text }, 0, taken())).toBe('X-p6.1')
})

test('a further one from the same sentence gets a letter, and another paragraph of the same name too', () => {
  const place = { ...seventeen, text: 'One.' }
  expect(keyFor('X', place, 2, taken('X-17.1'))).toBe('X-17.1b')
  expect(keyFor('X', place, 2, taken('X-17.1', 'X-17.1b'))).toBe('X-17.1c')
})
