import fc from 'fast-check'
import { afterEach, expect, test, vi } from 'vitest'

type Clock = typeof import('@/lib/platform/clock')

/** The clock of an instance whose setting names this time zone. */
async function clockIn(zone: string): Promise<Clock> {
  vi.stubEnv('TIME_ZONE', zone)
  vi.resetModules()
  return import('@/lib/platform/clock')
}

afterEach(() => {
  vi.unstubAllEnvs()
  vi.resetModules()
})

test.each([
  ['UTC', '2026-03-01T23:59:59.999Z', '2026-03-01'],
  ['UTC', '2026-03-02T00:00:00Z', '2026-03-02'],
  ['Asia/Kathmandu', '2026-03-01T18:14:59.999Z', '2026-03-01'],
  ['Asia/Kathmandu', '2026-03-01T18:15:00Z', '2026-03-02'],
  ['Pacific/Kiritimati', '2026-03-01T10:00:00Z', '2026-03-02'],
  ['Pacific/Pago_Pago', '2026-03-01T10:59:59Z', '2026-02-28'],
  ['America/New_York', '2026-03-08T04:59:59Z', '2026-03-07'],
  ['America/New_York', '2026-03-09T03:59:59Z', '2026-03-08'],
  ['America/New_York', '2026-03-09T04:00:00Z', '2026-03-09'],
])('in %s the moment %s is on %s', async (zone, moment, day) => {
  const { at, dayOf, today } = await clockIn(zone)
  expect(dayOf(new Date(moment))).toBe(day)
  expect(at(moment, today)).toBe(day)
})

test('a pretended moment holds for all that its work awaits, and for nothing beside it', async () => {
  const { at, now } = await clockIn('UTC')
  const later = async () => {
    await Promise.resolve()
    return now().toISOString()
  }
  const moments = ['2026-01-01T00:00:00.000Z', '2030-01-01T00:00:00.000Z']
  expect(await Promise.all(moments.map((moment) => at(moment, later)))).toEqual(moments)
  expect(moments).not.toContain(await later())
})

const moment = fc.date({ min: new Date('1950-01-01'), max: new Date('2100-01-01'), noInvalidDate: true })
const day = moment.map((date) => date.toISOString().slice(0, 10))

test('a day and the days between are each other’s measure', async () => {
  const { daysAfter, daysBetween } = await clockIn('UTC')
  fc.assert(
    fc.property(day, day, (from, to) => {
      expect(daysAfter(from, daysBetween(from, to))).toBe(to)
      expect(daysBetween(to, from)).toBe(-daysBetween(from, to) + 0)
    }),
  )
})

test.each(['UTC', 'Asia/Kathmandu', 'America/New_York', 'Australia/Lord_Howe', 'Pacific/Apia'])(
  'in %s no day comes before an earlier one, and a day later it is another day',
  async (zone) => {
    const { dayOf } = await clockIn(zone)
    fc.assert(
      fc.property(moment, moment, (one, other) => {
        const [first, second] = one < other ? [one, other] : [other, one]
        expect(dayOf(first) <= dayOf(second)).toBe(true)
        expect(dayOf(new Date(first.getTime() + 26 * 60 * 60 * 1000)) > dayOf(first)).toBe(true)
      }),
    )
  },
)
