import { expect, test } from 'vitest'
import { numberInWords, sentence } from '@/app/(work)/_components/number-words'

test.each([
  ['two are implemented', 'Two are implemented'],
  ['[two](done) of ten', '[Two](done) of ten'],
  ['[12](done) of 40', '[12](done) of 40'],
  ['23 days overdue', '23 days overdue'],
  ['été', 'Été'],
  ['', ''],
])('%j begins as %j', (text, begun) => {
  expect(sentence(text)).toBe(begun)
})

test('small numbers are words, others figures', () => {
  expect([0, 1, 10, 11, 1204].map(numberInWords)).toEqual(['none', 'one', 'ten', '11', '1,204'])
})
