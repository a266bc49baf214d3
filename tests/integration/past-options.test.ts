import { readFileSync } from 'node:fs'
import { beforeAll, expect, test } from 'vitest'
import { pool } from '@/lib/platform/db'
import { pastDayOf, showing } from '@/lib/platform/shown-day'
import { editRecommendation } from '@/lib/recommendations/edit-recommendation'
import { optionsOf } from '@/lib/register/filter-options'
import { readFilters } from '@/lib/register/filters'
import { scopeOf } from '@/lib/register/scope'
import { givenPeople, people, valueIn } from '../support/given'
import { answerOf } from '../support/places'

// The bench's own data, so many that options are not counted.
beforeAll(async () => {
  const client = await pool.connect()
  const fills = ['fill', 'fill-follow-up'].map((name) => readFileSync(`tests/bench/${name}.sql`, 'utf8'))
  await client.query(`set bench.n = 2050; ${fills.join('\n')}`)
  client.release(true)
  await givenPeople()
})

const themes = async () => {
  const scope = answerOf(await scopeOf(people.chen, answerOf(readFilters(new URLSearchParams()))))
  return (await optionsOf(scope)).theme?.map(({ value }) => value)
}

test('of many recommendations, the themes of a past day are those that they had then, each once', async () => {
  const before = await themes()
  expect(before).toHaveLength(16)
  valueIn(await editRecommendation(people.chen, { key: 'BENCH-0001-1.1', version: 2, themes: ['zoology'] }))

  expect(await themes()).toEqual([...(before ?? []), 'zoology'])
  expect(await showing(pastDayOf('2026-10-01'), themes)).toEqual(before)
})
