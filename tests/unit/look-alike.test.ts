import { expect, test } from 'vitest'
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
