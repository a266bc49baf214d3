import { setImmediate as nextTurn } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { inWriterTurn } from '@/lib/platform/db'

test('of 300 changes that a program sends at once none is refused for its number', async () => {
  const results = await Promise.all(Array.from({ length: 300 }, (_, number) => inWriterTurn(() => nextTurn(number))))

  expect(results).toHaveLength(300)
})
