import { expect, test } from 'vitest'
import type { Block } from '@/lib/reading/block'
import { readBlocks, readPasted } from '@/lib/reading/read-blocks'
import { processorTime } from '../support/processor-time'

const filled = (unit: string, length: number) => unit.repeat(Math.ceil(length / unit.length)).slice(0, length)

/** The shortest of some tries: a busy machine and the collection of garbage make each of them longer. */
const fastest = (tries: number, work: () => unknown) =>
  Math.min(...Array.from({ length: tries }, () => processorTime(work)))

/** Twice the text takes twice the time. What grows with the square takes four times as long, and soon minutes. */
function expectLinear(read: (length: number) => unknown, length: number) {
  read(length)
  const once = fastest(2, () => read(length))
  const twice = fastest(4, () => read(2 * length))
  expect(twice).toBeLessThan(3.2 * once + 60)
}

test.each([
  ['notes', 'The plan.3 A\n\n3 See this.\n\n'],
  ['notes with asterisks', '* See this.\n\n'],
  ['rules', '____\n1 a\n'],
  ['tables of contents', 'Contents\nA 1\nB 2\n'],
  ['broken words', 'develop-\nment and '],
  ['votes', '[Adopted by a\n'],
  ['resolutions', '14/2\nSafe\n'],
  ['numbers without a full stop', '12 The\n13 The\n'],
  ['rows of a table', '1\tb\tc\n'],
  ['headings with numbers', 'A. B\n\n'],
  ['lists after colons', '5. A:\n1. B;\n2. C;\n6. D:\n'],
  ['bullets', '• a\n'],
  ['superscripts', 'a² '],
  ['running heads', 'that a\n\nHead 3\n\nwas b.\n\n'],
])('twice as many %s take twice the time', (_, unit) => {
  expectLinear((length) => readPasted(filled(unit, length)), 12_000)
})

test('twice as many pages take twice the time', () => {
  const pages = (count: number) =>
    Array.from({ length: count }, (_, place): Block[] => {
      const page = place + 1
      return [
        { text: `Head ${page}`, page, size: 9, gap: 0 },
        { text: 'The plan1', page, size: 11, gap: 3, raised: [{ start: 8, end: 9 }] },
        { text: '1 See this.', page, size: 8, gap: 3 },
        { text: String(page), page, size: 9, gap: 2 },
      ]
    }).flat()
  expectLinear((count) => readBlocks(pages(count)), 400)
})
