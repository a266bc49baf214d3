import { expect, test } from 'vitest'
import { annotate } from '@/lib/annotations/annotate'
import { cacheUntilNextEvent } from '@/lib/history/cache-until-next-event'
import { givenRecommendation, people } from '../support/given'

/** A reader that says how often it was asked. */
function counting() {
  const asked: string[] = []
  const ask = cacheUntilNextEvent(async (question: { word: string }) => `${question.word} ${asked.push(question.word)}`)
  return { asked, ask }
}

test('what was read once is answered again, until somebody changes something', async () => {
  const { key } = await givenRecommendation()
  const { ask } = counting()

  expect(await ask({ word: 'one' })).toBe('one 1')
  expect(await ask({ word: 'two' })).toBe('two 2')
  expect(await ask({ word: 'one' })).toBe('one 1')
  expect(await annotate(people.chen, { key, body: 'A note.' })).toMatchObject({ ok: true })
  expect(await ask({ word: 'one' })).toBe('one 3')
})

test('several who ask at once ask only once', async () => {
  const { asked, ask } = counting()

  const answers = await Promise.all(Array.from({ length: 10 }, () => ask({ word: 'one' })))
  expect(new Set(answers)).toEqual(new Set(['one 1']))
  expect(asked).toHaveLength(1)
})

test('a failure is not kept', async () => {
  let works = false
  const ask = cacheUntilNextEvent(async (word: string) => {
    if (works) return word
    throw new Error('The database is away.')
  })

  await expect(ask('one')).rejects.toThrow('away')
  works = true
  expect(await ask('one')).toBe('one')
})

test('of many questions the first ones are forgotten', async () => {
  const { asked, ask } = counting()
  for (let word = 0; word <= 200; word++) await ask({ word: String(word) })

  await ask({ word: '200' })
  expect(asked).toHaveLength(201)
  await ask({ word: '0' })
  expect(asked).toHaveLength(202)
})
