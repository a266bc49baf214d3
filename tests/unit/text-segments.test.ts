import fc from 'fast-check'
import { expect, test } from 'vitest'
import { textSegmentsOf } from '@/lib/register/text-segments'

const text = 'One 🙂. Two. Three. Four.'
const ours = { start: 7, end: 11 }
const one = { name: 'one', start: 0, end: 6 }
const three = { name: 'three', start: 12, end: 18 }

const textOf = (stretches: ReturnType<typeof textSegmentsOf>) =>
  stretches
    .map((stretch) => ('parts' in stretch ? stretch.parts.map((part) => part.text).join('') : stretch.text))
    .join('')

test('a paragraph is cut where its recommendations begin and end, in code points', () => {
  expect(textSegmentsOf(text, ours, [one, three], [])).toEqual([
    { text: 'One 🙂.', other: one, first: true },
    { text: ' ', first: false },
    { parts: [{ text: 'Two.', first: false }] },
    { text: ' ', first: false },
    { text: 'Three.', other: three, first: true },
    { text: ' Four.', first: false },
  ])
})

test('notes on words of ours mark those words', () => {
  const note = { id: 'n', start: 7, end: 10 }

  expect(textSegmentsOf(text, ours, [], [note]).find((stretch) => 'parts' in stretch)).toEqual({
    parts: [
      { text: 'Two', note, first: false },
      { text: '.', first: false },
    ],
  })
})

test('where another recommendation reaches into ours, ours is marked and the other begins there', () => {
  const wide = { name: 'wide', start: 0, end: 18 }
  const stretches = textSegmentsOf(text, ours, [wide], [])

  expect(stretches).toEqual([
    { text: 'One 🙂. ', other: wide, first: true },
    { parts: [{ text: 'Two.', other: wide, first: false }] },
    { text: ' Three.', other: wide, first: false },
    { text: ' Four.', first: false },
  ])
})

test('whatever overlaps, the text stays letter for letter, and each other recommendation begins once', () => {
  const span = (length: number) =>
    fc
      .tuple(fc.nat(length - 1), fc.nat(length - 1))
      .map(([a, b]) => ({ start: Math.min(a, b), end: Math.max(a, b) + 1 }))
  const cases = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 40 }).chain((text) => {
    const spans = span([...text].length)
    return fc.tuple(fc.constant(text), spans, fc.array(spans, { maxLength: 5 }), fc.array(spans, { maxLength: 4 }))
  })

  fc.assert(
    fc.property(cases, ([text, ours, others, notes]) => {
      const stretches = textSegmentsOf(text, ours, others, notes)
      expect(textOf(stretches)).toBe(text)
      const begun = stretches
        .flatMap((stretch) => ('parts' in stretch ? stretch.parts : [stretch]))
        .filter(({ first }) => first)
      expect(new Set(begun.map(({ other }) => other)).size).toBe(begun.length)
    }),
  )
})
