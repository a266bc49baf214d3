import { expect, test } from 'vitest'
import { type OutlineRow, outlineOf } from '@/lib/documents/outline'

const row = (ordinal: number, more: Partial<OutlineRow> = {}): OutlineRow => ({
  ordinal,
  label: String(ordinal),
  parentOrdinal: null,
  section: null,
  heading: null,
  bytes: 500,
  ...more,
})

const rows = (count: number, more: (ordinal: number) => Partial<OutlineRow> = () => ({})) =>
  Array.from({ length: count }, (_, place) => row(place + 1, more(place + 1)))

const rangesOf = (some: readonly OutlineRow[]) => outlineOf(some).parts.map(({ from, to }) => [from, to])

test('a short text is one part, also if it is a little larger than a part', () => {
  expect(rangesOf(rows(3))).toEqual([[1, 3]])
  expect(rangesOf(rows(115))).toEqual([[1, 115]])
})

test('a long text is divided where headings begin, and where a part is full', () => {
  const headed = rows(300, (ordinal) => ({ heading: `Heading ${Math.ceil(ordinal / 80)}` }))
  expect(rangesOf(headed)).toEqual([
    [1, 80],
    [81, 160],
    [161, 240],
    [241, 300],
  ])
  expect(rangesOf(rows(300))).toEqual([
    [1, 100],
    [101, 200],
    [201, 300],
  ])
})

test('a paragraph that is larger than a part is a part of its own, and none is missing', () => {
  expect(rangesOf([row(1), row(2, { bytes: 80_000 }), row(3)])).toEqual([
    [1, 1],
    [2, 2],
    [3, 3],
  ])
  expect(outlineOf([]).parts).toEqual([])
})

test('anchors are the paths of paragraphs, and no two are the same', () => {
  const some = [
    row(1, { label: '17' }),
    row(2, { label: '(a)', parentOrdinal: 1 }),
    row(3, { label: '' }),
    row(4, { label: '1', section: 'Annex I' }),
    row(5, { label: '1', section: 'Annex II' }),
    row(6, { label: '9' }),
    row(7, { label: '9' }),
  ]
  expect(outlineOf(some)).toMatchObject({
    anchors: ['17', '17a', 'p3', 'annex1-1', 'annex2-1', '9', 'p7'],
    depths: [0, 1, 0, 0, 0, 0, 0],
  })
})

test('a heading is listed where it begins, after the section in which it is', () => {
  const some = [
    row(1, { section: 'Annex I', heading: 'Annex I' }),
    row(2, { section: 'Annex I', heading: 'Aims' }),
    row(3, { section: 'Annex I', heading: 'Aims' }),
    row(4, { section: 'Annex II', heading: 'Aims' }),
  ]
  const { headings } = outlineOf(some)
  expect(headings.map(({ text, isSection, anchor }) => [text, isSection, anchor])).toEqual([
    ['Annex I', true, '1'],
    ['Aims', false, '2'],
    ['Annex II', true, '4'],
    ['Aims', false, '4'],
  ])
})
