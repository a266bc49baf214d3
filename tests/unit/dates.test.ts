import { expect, test } from 'vitest'
import { dateInWords, listInWords, momentInWords } from '@/lib/platform/i18n'

test.each([
  ['2027-06-30', '30 June 2027'],
  ['2010-04-01', '1 April 2010'],
  ['2028-02-29', '29 February 2028'],
  ['1945-10-24', '24 October 1945'],
])('%s is %s', (date, inWords) => {
  expect(dateInWords(date)).toBe(inWords)
})

test('a moment is told in the time zone that it is asked for', () => {
  const moment = new Date('2026-12-31T23:30:00Z')
  expect(momentInWords(moment, 'UTC')).toBe('31 December 2026, 23:30')
  expect(momentInWords(moment, 'Asia/Kathmandu')).toBe('1 January 2027, 05:15')
  expect(momentInWords(moment, 'America/New_York')).toBe('31 December 2026, 18:30')
  expect(momentInWords(new Date('2026-06-01T00:05:00Z'), 'UTC')).toBe('1 June 2026, 00:05')
})

test('a list ends in "and"', () => {
  expect(listInWords(['UNODC'])).toBe('UNODC')
  expect(listInWords(['UNODC', 'INTERPOL'])).toBe('UNODC and INTERPOL')
  expect(listInWords(['UNODC', 'INTERPOL', 'the Council of Europe'])).toBe('UNODC, INTERPOL and the Council of Europe')
})
