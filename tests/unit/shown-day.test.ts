import { expect, test, vi } from 'vitest'

async function endIn(zone: string, day: string) {
  vi.resetModules()
  vi.stubEnv('TIME_ZONE', zone)
  const { pastDayOf } = await import('@/lib/platform/shown-day')
  vi.unstubAllEnvs()
  return pastDayOf(day).end.toISOString()
}

test('a day ends with its last millisecond in the time zone of the instance', async () => {
  expect(await endIn('UTC', '2026-12-31')).toBe('2026-12-31T23:59:59.999Z')
  expect(await endIn('Asia/Kathmandu', '2026-12-31')).toBe('2026-12-31T18:14:59.999Z')
  expect(await endIn('Pacific/Kiritimati', '2026-12-31')).toBe('2026-12-31T09:59:59.999Z')
})

test('a day of 23 or 25 hours ends where the next one begins', async () => {
  expect(await endIn('Europe/Vienna', '2026-03-29')).toBe('2026-03-29T21:59:59.999Z')
  expect(await endIn('Europe/Vienna', '2026-10-25')).toBe('2026-10-25T22:59:59.999Z')
  // The clocks go forward at midnight.
  expect(await endIn('America/Santiago', '2026-09-05')).toBe('2026-09-06T03:59:59.999Z')
})
