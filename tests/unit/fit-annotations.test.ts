import { expect, test } from 'vitest'
import type { Note } from '@/lib/register/annotations'
import { fitAnnotations } from '@/lib/register/fit-annotations'

const author = { id: 'amina', name: 'Amina' }
const note = (id: string, body: string, earlier: string[] = []): Note => ({
  annotation: { id, body, author, version: 1, audience: 'internal', createdAt: '2026-11-30T09:00:00.000Z' },
  from: [],
  earlier: earlier.map((text, place) => ({ body: text, at: `2026-11-29T09:00:0${place}.000Z` })),
  earlierCount: earlier.length,
})
const many = (count: number, body: string, earlier: string[] = []) =>
  Array.from({ length: count }, (_, place) => note(`${place}`, body, earlier))
const wholeIn = (notes: Note[]) =>
  notes.filter(({ beginningOnly }) => !beginningOnly).map(({ annotation }) => annotation.id)

test('a page of ordinary annotations shows each of them whole, with its earlier texts', () => {
  const ordinary = 'The *ministry* asked for [the plan](https://example.org/plan).\n\n- Who leads?\n- By when?'
  const notes = many(50, ordinary, [ordinary, ordinary])
  expect(fitAnnotations(notes, undefined)).toEqual(notes)
})

test('of many long ones the newest are shown whole, and more of plain text than of marks', () => {
  const plain = wholeIn(fitAnnotations(many(50, 'word '.repeat(2_000)), undefined))
  const dense = wholeIn(fitAnnotations(many(50, '*a* '.repeat(1_990)), undefined))
  expect(plain.length).toBeGreaterThan(2)
  expect(plain).toEqual(plain.map((_, place) => `${place}`))
  expect(dense.length).toBeGreaterThan(0)
  expect(dense.length).toBeLessThan(5)
})

test('the one that is asked for is shown whole wherever it is, and nothing changes its place', () => {
  const notes = fitAnnotations(many(50, '*a* '.repeat(1_990)), '37')
  expect(wholeIn(notes)).toContain('37')
  expect(notes.map(({ annotation }) => annotation.id)).toEqual(notes.map((_, place) => `${place}`))
})

test('earlier texts for which there is no room are left out, and still counted', () => {
  const [first, ...others] = fitAnnotations(many(50, 'Now.', Array(20).fill('*a* '.repeat(500))), undefined)
  expect(first?.earlier.length).toBeGreaterThan(0)
  expect(others.reduce((sum, { earlier }) => sum + earlier.length, 0)).toBeLessThan(5)
  expect(others.every(({ earlierCount, beginningOnly }) => earlierCount === 20 && !beginningOnly)).toBe(true)
})
