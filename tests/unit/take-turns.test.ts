import { expect, test } from 'vitest'
import { partsOf } from '@/lib/platform/split-rows'
import { mapInTurns, takeTurns } from '@/lib/platform/take-turns'

test('others have a turn before each part of a long list', async () => {
  const numbers = Array.from({ length: 1_000 }, (_, number) => number)
  let others = 0
  const asking = setInterval(() => others++, 0)
  const seen: number[] = []
  const doubled = await mapInTurns(numbers, (number, place) => {
    const until = performance.now() + 0.2
    while (performance.now() < until);
    seen.push(others)
    return number + place
  })
  clearInterval(asking)
  expect(doubled).toEqual(numbers.map((number) => number * 2))
  expect(new Set(seen).size).toBeGreaterThan(3)
})

test('of several who ask at once, one goes on at a time', async () => {
  let [round, over] = [0, false]
  const count = () => {
    round++
    if (!over) setImmediate(count)
  }
  setImmediate(count)
  const work = async () => {
    await takeTurns()
    return round
  }
  const rounds = await Promise.all([work(), work(), work()])
  over = true
  expect(new Set(rounds).size).toBe(3)
})

test('a list is cut into parts of a weight, or of one row that weighs more', () => {
  expect(partsOf([], 3)).toEqual([])
  expect(partsOf([1, 2, 3, 4], 3)).toEqual([
    { from: 0, rows: [1, 2, 3] },
    { from: 3, rows: [4] },
  ])
  expect(partsOf([1, 1, 5, 2, 1], 3, (row) => row)).toEqual([
    { from: 0, rows: [1, 1] },
    { from: 2, rows: [5] },
    { from: 3, rows: [2, 1] },
  ])
})
