import { beforeAll, expect, test } from 'vitest'
import { readImports } from '@/lib/imports/read-imports'
import { receiveText } from '@/lib/imports/receive-import'
import { newId } from '@/lib/platform/id'
import { givenPeople, people, valueIn } from '../support/given'
import { importThere } from '../support/given-import'

beforeAll(givenPeople)

/** Returns the longest time, in milliseconds, for which this process answered nothing while it worked. */
async function longestStall(work: () => Promise<unknown>) {
  let longest = 0
  let last = performance.now()
  const look = () => {
    const now = performance.now()
    longest = Math.max(longest, now - last)
    last = now
  }
  const looking = setInterval(look, 10)
  await work()
  look()
  clearInterval(looking)
  return longest
}

test('while a long text is read, everything else goes on', { timeout: 120_000 }, async () => {
  const item = (place: number) =>
    `${place + 1}. States should adopt the plan by 2027. It was discussed at length in ${place}.`
  const text = `${newId()}\n\n${Array.from({ length: 7_000 }, (_, place) => item(place)).join('\n\n')}`
  const { id } = valueIn(await receiveText(people.chen, { text }))

  const stall = await longestStall(() => readImports())

  expect(await importThere(id)).toMatchObject({ state: 'review', counts: { paragraphs: 7_000 } })
  expect(stall).toBeLessThan(600)
})
