import { expect, test } from 'vitest'
import { runsOf } from '@/lib/formats/pdf/line-runs'
import type { Block } from '@/lib/reading/block'
import { readBlocks } from '@/lib/reading/read-blocks'
import { findCandidates } from '@/lib/suggestions/find-candidates'
import { at, down, pdfOf } from '../../support/formats/pdf'
import { readInPlace } from '../../support/formats/read-in-place'

const read = async (...contents: string[]) => (await readInPlace(pdfOf(contents))).blocks

const side = (name: string) => [
  `${name} column that is wide enough to be a column`,
  `second line of the ${name} column, which goes on`,
  `third line of the ${name} column, which goes on`,
  `fourth line of the ${name} column, which ends.`,
]

test('a line that reaches into the gutter of its column does not divide the page', async () => {
  const left = [...side('left'), 'a line that is longer than all the others, yet', ...side('left')]
  const blocks = await read(down(50, 700, left) + down(310, 700, [...side('right'), ...side('right')]))
  expect(blocks.map(({ column }) => column)).toEqual([...Array(9).fill(0), ...Array(8).fill(1)])
})

test('a page with few lines has the columns of the page before', async () => {
  const blocks = await read(
    down(50, 700, side('left')) + down(310, 700, side('right')),
    at(50, 700, 'the last words of a column') + at(310, 700, '19. The very last words.'),
  )
  expect(blocks.slice(-2).map(({ text, column }) => [text, column])).toEqual([
    ['the last words of a column', 0],
    ['19. The very last words.', 1],
  ])
})

const item = { x: 0, end: 100, y: 0, size: 10, bold: false, raised: false, spaced: false }

const line = (y: number, ...cells: string[]) =>
  cells.map((cell, place) => (cell === '' ? '' : at([50, 100, 300, 400][place] ?? 0, y, cell))).join('')

test('a table goes on at the top of the next page, also within a row', async () => {
  const blocks = await read(
    at(50, 760, 'Tracker of actions') +
      line(700, 'Ref', 'Agreed action', 'Priority', 'Owner') +
      line(680, '4.1', 'Reconcile income.', 'High', 'Finance') +
      line(660, '4.2', 'Review the contract', 'Low', 'IT') +
      at(300, 30, '1'),
    at(50, 760, 'Tracker of actions') +
      line(720, '', 'register each year.') +
      line(700, '4.3', 'Train staff.', 'Low', 'HR'),
  )
  expect(readBlocks(blocks).paragraphs.map(({ label, text, cells }) => [label, text, cells?.length])).toEqual([
    ['4.1', 'Reconcile income.', 2],
    ['4.2', 'Review the contract register each year.', 2],
    ['4.3', 'Train staff.', 2],
  ])
})

const unsureIn = (blocks: Block[]) => blocks.filter(({ unsure }) => unsure).length

test('lines whose order cannot be told are unsure: those of unknown columns, overlapping texts, and unknown tables', async () => {
  const between = await read(down(50, 700, ['The Board should', 'act in time.']) + down(250, 694, ['Low', 'The Fund']))
  const overlapping = await read(
    at(50, 700, 'The Board should act on the matter.') + at(100, 700, 'It is due on 3 May.'),
  )
  const cells = await read(
    line(700, '', 'Reconcile the parking', '', 'Head of') + line(688, '', 'income each week.', '', 'Finance'),
  )
  const labels = await read(at(50, 700, '(a)') + at(90, 700, 'To act;') + at(50, 688, '(b)') + at(90, 688, 'To wait.'))
  expect([between, overlapping, cells].map(unsureIn).every((count) => count > 0)).toBe(true)
  expect(unsureIn(labels)).toBe(0)
})

test('a label to the left of its text is one although no full stop follows it', async () => {
  const blocks = await read(
    at(50, 700, '7') +
      down(80, 700, ['The Department allocates money to schools that', 'need it most. It counted', '3 The of them.']) +
      at(50, 650, '9') +
      down(80, 650, ['Trusts bid for the rest, at a cost to each of', 'them.']),
  )
  expect(readBlocks(blocks).paragraphs.map(({ label }) => label)).toEqual(['7', '9'])
})

test('a number that touches its text is apart from it', async () => {
  const [first] = await read(at(50, 700, '12.2') + at(72, 700, 'The station lost power.'))
  expect(first?.text).toBe('12.2 The station lost power.')
})

test('a sentence that goes on over a page is no heading, however it ends there', async () => {
  const blocks = await read(
    at(50, 700, 'Recommendations', { size: 14, font: 'B' }) +
      at(50, 670, 'The Board should see that each office has a'),
    down(50, 700, ['plan of its own.']) + at(50, 660, 'The Fund should pay.'),
  )
  expect(readBlocks(blocks).paragraphs.map(({ text }) => text)).toEqual([
    'The Board should see that each office has a plan of its own.',
    'The Fund should pay.',
  ])
})

test('spaces in a Chinese line that fills its width are none', () => {
  expect(runsOf({ items: [{ ...item, text: '委 员 会 欢 迎 the plan' }], y: 0, size: 10 })).toEqual([
    expect.objectContaining({ text: '委员会欢迎 the plan' }),
  ])
})

test('nothing is offered from lines in no certain order', async () => {
  const paragraph = {
    label: '1',
    text: 'States should act by law. They should report.',
    unsure: [{ start: 0, end: 20 }],
  }
  const found = await findCandidates([paragraph], {})
  expect(found.map(({ quote }) => quote)).toEqual(['They should report.'])
})
