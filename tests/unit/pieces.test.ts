import { expect, test } from 'vitest'
import { piecesOf } from '@/app/(work)/documents/[code]/pieces'
import type { Paragraph, Placed } from '@/lib/documents/paragraphs'

const text = 'We met. States should act. They agreed to meet again.'
const paragraph = (more: Partial<Paragraph>): Paragraph => ({
  ordinal: 1,
  label: '1',
  text,
  recommendations: [],
  ...more,
})
const recommendation = (start: number, end: number) =>
  ({ key: 'X-1.2', start, end, title: 'Act', kind: 'action', status: 'unassigned' }) satisfies Placed

const wordsOf = (given: Paragraph) =>
  piecesOf(given).pieces.map(({ other, parts }) => [
    other && ('key' in other ? other.key : other.sentence),
    ...parts.map(({ text, marks }) => [text, ...marks].join('|')),
  ])

test('a paragraph is its sentences with what is between them', () => {
  expect(wordsOf(paragraph({}))).toEqual([
    [1, 'We met.'],
    [undefined, ' '],
    [2, 'States should act.'],
    [undefined, ' '],
    [3, 'They agreed to meet again.'],
  ])
})

test('a recommendation takes the place of its sentence', () => {
  const given = paragraph({ recommendations: [recommendation(8, 26)] })
  expect(wordsOf(given)[2]).toEqual(['X-1.2', 'States should act.'])
  expect(piecesOf(given).within).toEqual([2])
})

test('a sentence of which a recommendation has some words has no piece of its own', () => {
  const given = paragraph({ recommendations: [recommendation(15, 32)] })
  expect(wordsOf(given)).toEqual([
    [1, 'We met.'],
    [undefined, ' States '],
    ['X-1.2', 'should act. They '],
    [undefined, 'agreed to meet again.'],
  ])
  expect(piecesOf(given).within).toEqual([2, 3])
})

test('notes have their marks after the place where the source has them, and the text stays exact', () => {
  const notes = [
    { at: 6, mark: '1' },
    { at: 6, mark: '2' },
    { at: 7, mark: '*' },
    { at: 26, mark: '3' },
  ]
  const given = paragraph({ notes, recommendations: [recommendation(8, 26)] })
  expect(wordsOf(given).slice(0, 3)).toEqual([
    [1, 'We met|1|2', '.|*'],
    [undefined, ' '],
    ['X-1.2', 'States should act.|3'],
  ])
  const whole = piecesOf(given).pieces.flatMap(({ parts }) => parts.map(({ text }) => text))
  expect(whole.join('')).toBe(text)
})

test('a mark before the first word is not lost', () => {
  expect(wordsOf(paragraph({ notes: [{ at: 0, mark: '1' }] }))[0]).toEqual([1, '|1', 'We met.'])
})
