import { beforeAll, expect, test } from 'vitest'
import { setArchived } from '@/lib/documents/set-archived'
import { at, daysAfter } from '@/lib/platform/clock'
import { pastDayOf, showing } from '@/lib/platform/shown-day'
import { begin, change, into, merge, merged, publish, taken } from '../support/changes-of-a-year'
import { people, valueIn } from '../support/given'
import { screens } from '../support/screens'

const { chen, amina } = people

/** Every second day of a year. */
const days = Array.from({ length: 183 }, (_, place) => daysAfter('2027-01-01', 2 * place))

/** What some of the screens showed at the end of each day. */
const shown = new Map<string, Record<string, unknown>>()

const readerOn = (place: number) => (place % 2 === 0 ? chen : amina)

beforeAll(async () => {
  for (const [place, day] of days.entries()) {
    if (place === 0) await at(`${day}T06:00:00Z`, begin)
    if (place === 50) valueIn(await at(`${day}T06:00:00Z`, () => publish('LATER')))
    if ([100, 110, 176].includes(place)) {
      valueIn(await at(`${day}T06:00:00Z`, () => setArchived(chen, { code: 'LATER' }, place !== 110)))
    }
    if (place === 150) valueIn(await at(`${day}T06:00:00Z`, merge))
    for (const hour of ['08', '17']) await at(`${day}T${hour}:00:00Z`, change)
    const { end } = pastDayOf(day)
    shown.set(day, await at(end.toISOString(), () => screens(readerOn(place), place)))
  }
}, 600_000)

test('in the year people did everything that can be done', () => {
  expect(Object.entries(taken).filter(([, count]) => count === 0)).toEqual([])
})

test('of every second day of the year, the screens show what they showed at its end', async () => {
  for (const [place, day] of days.entries()) {
    const now = await at('2029-01-01T00:00:00Z', () => showing(pastDayOf(day), () => screens(readerOn(place), place)))
    expect({ day, ...withoutMerged(now) }).toEqual({ day, ...withoutMerged(shown.get(day)) })
  }
}, 600_000)

/** Removes what is shown as it is today: which organizations are archived, and what two of them that became one have. */
const withoutMerged = (shown: unknown): object =>
  JSON.parse(JSON.stringify(shown), (name, value) =>
    name === 'organizationArchived'
      ? undefined
      : Array.isArray(value)
        ? value.filter((one) => !isOfMerged(one))
        : isOfMerged(value)
          ? undefined
          : value,
  )

const one = new Set([merged, into])

function isOfMerged(value: unknown) {
  if (typeof value !== 'object' || value === null) return false
  const isTotals = 'pending' in value && 'slug' in value && one.has(String(value.slug))
  return isTotals || ('count' in value && 'value' in value && one.has(String(value.value)))
}
