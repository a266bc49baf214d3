import { expect, test, vi } from 'vitest'
import { isDatabaseBusy } from '@/lib/platform/database-failure'
import { limitQueue } from '@/lib/platform/queue-limit'

/** Work that ends when it is told to. */
function open() {
  let end = () => {}
  const ended = new Promise<void>((resolve) => {
    end = resolve
  })
  return { end, work: () => ended }
}

test('so many work at once; the others come in the order in which they asked', async () => {
  const inTurn = limitQueue({ atOnce: 1, waiting: 5, patience: 1_000 })
  const first = open()
  const order: number[] = []
  const all = [
    inTurn(first.work),
    inTurn(async () => order.push(1)),
    inTurn(async () => {
      order.push(2)
      throw new Error('It fails.')
    }).catch(() => {}),
    inTurn(async () => order.push(3)),
  ]
  expect(order).toEqual([])
  first.end()
  await Promise.all(all)
  expect(order).toEqual([1, 2, 3])
})

test('one too many, and one whose turn does not come in time, are refused as busy', async () => {
  vi.useFakeTimers()
  const inTurn = limitQueue({ atOnce: 1, waiting: 1, patience: 1_000 })
  const first = open()
  const working = inTurn(first.work)
  const late = inTurn(async () => 'late').catch(isDatabaseBusy)
  expect(await inTurn(async () => 'too many').catch(isDatabaseBusy)).toBe(true)
  await vi.advanceTimersByTimeAsync(1_000)
  expect(await late).toBe(true)
  vi.useRealTimers()

  first.end()
  await working
  expect(await inTurn(async () => 'in time')).toBe('in time')
})
