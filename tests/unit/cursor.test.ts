import { expect, test } from 'vitest'
import { moment } from '@/lib/platform/cursor'

const moments: [moment: string, readable: boolean][] = [
  ['2026-11-29T16:04:00Z', true],
  ['2026-11-29T16:04:00.123456+00:00', true],
  ['0001-01-01T00:00:00Z', true],
  ['0000-01-01T00:00:00Z', false],
  ['2026-11-29T16:04:00.1234567Z', false],
  [`2026-11-29T16:04:00.${'1'.repeat(300)}Z`, false],
  ['2026-11-29T16:04:00+23:59', false],
  ['2026-11-29', false],
]
test.each(moments)('only a moment that PostgreSQL reads is a place in a list: %s', (text, readable) => {
  expect(moment.safeParse(text).success).toBe(readable)
})
