import { expect, test } from 'vitest'
import { partsToOpen } from '@/lib/imports/review-parts'

const paragraphs = (count: number, of: { heading?: string; text?: string } = {}) =>
  Array.from({ length: count }, () => ({ label: '', text: 'States should act.', ...of }))

test('a part begins where the heading changes', () => {
  const text = [...paragraphs(2, { heading: 'A' }), ...paragraphs(1, { heading: 'B' }), ...paragraphs(1)]
  expect(partsToOpen(text)).toEqual([1, 1, 2, 3])
})

test('a part holds at most 60 paragraphs, 40,000 bytes and 30 candidates', () => {
  expect(partsToOpen(paragraphs(130)).filter((part) => part === 2)).toHaveLength(60)
  expect(partsToOpen(paragraphs(4, { text: '人'.repeat(6_000) }))).toEqual([1, 1, 2, 2])
  const candidates = new Map([0, 1, 2, 3].map((place) => [place, 15]))
  expect(partsToOpen(paragraphs(5), candidates)).toEqual([1, 1, 2, 2, 2])
})

test('a paragraph that is too large for any part has its own', () => {
  expect(partsToOpen(paragraphs(3), new Map([[1, 400]]))).toEqual([1, 2, 3])
})

test('a text with a heading for each paragraph has at most some 1,000 parts', () => {
  const text = Array.from({ length: 5_000 }, (_, place) => ({ label: '', text: 'A.', heading: `${place}` }))
  expect(partsToOpen(text).at(-1)).toBe(1_000)
})
