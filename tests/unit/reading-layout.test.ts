import { expect, test } from 'vitest'
import type { Block } from '@/lib/reading/block'
import { readBlocks } from '@/lib/reading/read-blocks'

type Style = Partial<Block>

const small: Style = { size: 8 }

/** Returns a page of a report: 11 points, lines at a distance of 1.2, a running head above and a page number below. */
function page(number: number, head: string | undefined, ...lines: (string | [string, Style])[]): Block[] {
  const body = lines.map((line): Block => {
    const [text, style] = typeof line === 'string' ? [line, {}] : line
    return { text, page: number, gap: 1.2, size: 11, indent: 0, ...style }
  })
  const above = head === undefined ? [] : [{ text: head, page: number, gap: 0, size: 9, indent: 0 }]
  const [first, ...rest] = body
  return [...above, ...(first ? [{ gap: 3, ...first, ...(above.length > 0 && { gap: 3 }) }] : []), ...rest]
}

const texts = (blocks: Block[]) => readBlocks(blocks).paragraphs.map(({ label, text }) => `${label} ${text}`.trim())
const removed = (blocks: Block[]) => readBlocks(blocks).removed.map(({ text, why, page }) => `${page} ${why}: ${text}`)
const foot = (text: string): [string, Style] => [text, { gap: 3, size: 9 }]

test('what repeats at the top of pages is removed, with the number of its page', () => {
  const blocks = [
    ...page(1, undefined, '1. The Board noted that the', 'plan of the', foot('1')),
    ...page(2, 'Health of lakes', 'ministry had not', 'been followed.', foot('2')),
    ...page(3, 'Board of lakes', 'Health of lakes', ['2. It should be.', { gap: 2 }], 'And', foot('3')),
    ...page(4, 'Health of lakes', 'reported.', foot('4')),
    ...page(5, 'Board of lakes', ['3. Done.', { gap: 2 }]),
  ]
  expect(texts(blocks)).toEqual([
    '1 The Board noted that the plan of the ministry had not been followed.',
    '2 It should be. And reported.',
    '3 Done.',
  ])
  expect(removed(blocks)).toEqual([
    '1 page_number: 1',
    '2 running_head: Health of lakes',
    '2 page_number: 2',
    '3 running_head: Board of lakes',
    '3 page_number: 3',
    '4 running_head: Health of lakes',
    '4 page_number: 4',
    '5 running_head: Board of lakes',
  ])
})

test('a head of two pages, or with the number of its page, is removed', () => {
  expect(
    texts([...page(1, 'Lakes | 31', '1. The plan of', 'the'), ...page(2, 'Lakes | 32', 'ministry stands.')]),
  ).toEqual(['1 The plan of the ministry stands.'])
  expect(
    texts([
      ...page(1, undefined, ['Health of lakes', { size: 20 }], '1. The plan of the'),
      ...page(2, 'Health of lakes 2', 'ministry.'),
    ]),
  ).toEqual(['1 The plan of the ministry.'])
})

test('labels and sentences that begin pages alike are no running heads', () => {
  const blocks = [
    ...page(1, undefined, ['Recommendation 5', {}], 'The Board should act.'),
    ...page(2, undefined, ['Recommendation 6', {}], 'The Fund should pay.'),
  ]
  expect(texts(blocks)).toEqual(['Recommendation 5 The Board should act.', 'Recommendation 6 The Fund should pay.'])
})

test('notes in smaller type at the foot of a page or a column belong to their marks', () => {
  const blocks = [
    ...page(
      1,
      undefined,
      ['1. The Board adopted its plan.4 It then', { column: 0, raised: [{ start: 30, end: 31 }] }],
      ['met in', { column: 0 }],
      ['4 See the report of the', { ...small, column: 0, gap: 2 }],
      ['Board.', { ...small, column: 0 }],
      ['private.* The fund, CO2 apart, grew', { column: 1, raised: [{ start: 8, end: 9 }] }],
      ['by 10 km2.', { column: 1, raised: [{ start: 8, end: 9 }] }],
      ['* In a hotel.', { ...small, column: 1, gap: 2 }],
    ),
    ...page(2, undefined, '2. It ended.5', ['5 Or so.', { ...small, gap: 4 }]),
  ]
  const { paragraphs } = readBlocks(blocks)
  expect(paragraphs).toEqual([
    {
      label: '1',
      text: 'The Board adopted its plan. It then met in private. The fund, CO2 apart, grew by 10 km2.',
      page: 1,
      notes: [
        { at: 27, mark: '4', text: 'See the report of the Board.' },
        { at: 51, mark: '*', text: 'In a hotel.' },
      ],
    },
    { label: '2', text: 'It ended.', page: 2, notes: [{ at: 9, mark: '5', text: 'Or so.' }] },
  ])
  expect(removed(blocks)).toEqual([
    '1 note: 4 See the report of the',
    '1 note: Board.',
    '1 note: * In a hotel.',
    '2 note: 5 Or so.',
  ])
})

test('a mark that is set above the line is removed without its note, and any other stays', () => {
  const blocks = page(
    1,
    undefined,
    ['The plan3 stands, as in note 4.', { raised: [{ start: 8, end: 9 }] }],
    'It was in scheme5 then.',
  )
  expect(readBlocks(blocks).paragraphs).toEqual([
    {
      label: '',
      text: 'The plan stands, as in note 4. It was in scheme5 then.',
      page: 1,
      notes: [{ at: 8, mark: '3' }],
    },
  ])
})

test('headings are told by their size, their weight or their level, and bold sentences are none', () => {
  const blocks = [
    ...page(
      1,
      undefined,
      ['Water (2010–2020)', { size: 16 }],
      ['Lakes', { bold: true }],
      ['and rivers', { bold: true }],
      '1. They are dirty,',
      'as was said.',
      ['The Board should act.', { bold: true, gap: 2 }],
    ),
    { text: 'Conclusions.', heading: 2, whole: true },
    { text: 'It ends', whole: true },
    { text: 'They agree', whole: true },
  ]
  expect(readBlocks(blocks).paragraphs).toEqual([
    { label: '1', text: 'They are dirty, as was said.', heading: 'Lakes and rivers', page: 1 },
    { label: '', text: 'The Board should act.', heading: 'Lakes and rivers', page: 1 },
  ])
})

test('paragraphs without labels begin after a gap, or with an indent', () => {
  const first = { indent: 20 }
  expect(
    texts(page(1, undefined, 'The lake is clean.', 'It is large.', ['The river is not.', { gap: 1.7 }], 'It is long.')),
  ).toEqual(['The lake is clean. It is large.', 'The river is not. It is long.'])
  expect(
    texts(
      page(
        1,
        undefined,
        ['The lake is clean.', first],
        'It is large. It',
        'is deep.',
        ['The river is not.', first],
        'It is long.',
      ),
    ),
  ).toEqual(['The lake is clean. It is large. It is deep.', 'The river is not. It is long.'])
})

test('a paragraph goes on over the page where its lines have the indent of those before', () => {
  const first = { indent: 20 }
  const blocks = [
    ...page(1, undefined, ['1. The lake is clean, as', first], 'was said.'),
    ...page(2, undefined, 'It is large.', ['2. The river is not.', first], 'It is long.'),
  ]
  expect(texts(blocks)).toEqual(['1 The lake is clean, as was said. It is large.', '2 The river is not. It is long.'])
})

test('labels that a format keeps apart are those of their paragraphs', () => {
  const blocks: Block[] = [
    { text: 'Scope', label: 'A.', heading: 1, whole: true },
    { text: 'The State should', label: '1.', whole: true },
    { text: 'act; and', label: '(a)', whole: true },
    { text: 'report', label: '•', whole: true },
    { text: 'The plan stands', whole: true },
  ]
  expect(readBlocks(blocks).paragraphs).toEqual([
    { label: '1', text: 'The State should', heading: 'A. Scope' },
    { label: '(a)', text: 'act; and', heading: 'A. Scope', parent: 0 },
    { label: '', text: 'report', heading: 'A. Scope', parent: 1 },
  ])
})
