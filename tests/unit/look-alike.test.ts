import { expect, test, vi } from 'vitest'
import { lookOf } from '@/lib/platform/look-alike'

test.each([
  ['UNODC', 'UNОDС'],
  ['Person coord', 'Реrsоn соord'],
  ['System', 'Ѕуstеm'],
  ['Ministry of Health', 'ministry-of  health.'],
  ['Alpha', 'Αlpha'],
  ['Ana', 'Ａna'],
  ['UNIDO', 'UNΙDO'],
  ['Zoë', 'Zoё'],
])('%s and %s look the same', (one, other) => {
  expect(lookOf(one)).toBe(lookOf(other))
})

test.each([
  ['Committee I', 'Committee 1'],
  ['Côte', 'Cote'],
  ['Müller', 'Muller'],
  ['Ana', 'Anna'],
  ['Министерство', 'Ministry'],
])('%s and %s do not', (one, other) => {
  expect(lookOf(one)).not.toBe(lookOf(other))
})

test('how a name looks is found out once', () => {
  const normalize = vi.spyOn(String.prototype, 'normalize')
  const look = lookOf('Ministry of Fisheries')
  const calls = normalize.mock.calls.length
  expect(lookOf('Ministry of Fisheries')).toBe(look)
  expect(normalize.mock.calls.length).toBe(calls)
  normalize.mockRestore()
  expect(calls).toBeGreaterThan(0)
})
