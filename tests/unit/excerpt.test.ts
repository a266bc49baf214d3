import { expect, test } from 'vitest'
import { repeatsQuote } from '@/lib/register/excerpt'

const quote = 'The State party should issue the regulations without delay, and ensure that they are in line.'

test.each([
  ['Issue the regulations without delay, and…', true],
  ['THE STATE PARTY', true],
  ['Issue regulations', false],
  ['Regulations in time', false],
])('“%s” repeats its quote: %s', (title, repeats) => {
  expect(repeatsQuote(title, quote)).toBe(repeats)
})
