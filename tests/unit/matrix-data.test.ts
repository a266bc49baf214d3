import { expect, test } from 'vitest'
import { type Cell, cellsBetween, shortened } from '@/app/_ui/matrix-data'

const cell = (at: number): Cell => ({ at, status: 'verified', href: `/${at}` })

test('the columns without a cell are one gap in a row of a matrix, also at its ends and in a part of it', () => {
  const cells = [cell(1), cell(2), cell(5)]
  const seen = (from: number, to: number) =>
    cellsBetween(cells, from, to).map((one) => ('empty' in one ? [one.at, one.empty] : one.at))

  expect(seen(0, 8)).toEqual([[0, 1], 1, 2, [3, 2], 5, [6, 2]])
  expect(seen(2, 5)).toEqual([2, [3, 2]])
  expect(seen(6, 8)).toEqual([[6, 2]])
  expect(seen(8, 8)).toEqual([])
  expect(cellsBetween([], 0, 3)).toEqual([{ at: 0, empty: 3 }])
})

test('a long name is cut after a word', () => {
  expect(shortened('Ministry of Justice')).toBe('Ministry of Justice')
  expect(shortened('Ministry of Foreign Affairs, International Cooperation and Trade')).toBe(
    'Ministry of Foreign Affairs, International…',
  )
  expect(shortened('x'.repeat(60))).toBe(`${'x'.repeat(47)}…`)
})
