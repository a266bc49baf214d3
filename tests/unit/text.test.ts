import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { z } from 'zod'
import { KnownName, nameText, shortened, slugOf, sourceText, writtenDay, writtenText } from '@/lib/platform/text'

/** What a schema makes of an input, or the codes with which it refuses it. */
function read(schema: z.ZodType, input: unknown) {
  const { data, error } = schema.safeParse(input)
  return error ? error.issues.map(({ message }) => message) : data
}

describe('what somebody writes', () => {
  const narrative = writtenText('narrative_missing', 12)

  test.each([
    ['  kept.\n', 'kept.'],
    ['two\n\nlines', 'two\n\nlines'],
    ['e\u0301', '\u00e9'],
    ['😀', '😀'],
    ['…', '…'],
  ])('%j is kept as %j', (typed, kept) => {
    expect(read(narrative, typed)).toBe(kept)
  })

  test.each([
    [undefined, 'narrative_missing'],
    [null, 'narrative_missing'],
    [7, 'narrative_missing'],
    ['', 'narrative_missing'],
    [' \t\n\u00a0\u2003', 'narrative_missing'],
    ['\u200b\u2060\ufeff', 'narrative_missing'],
    ['\u202e', 'narrative_missing'],
    ['\u0301', 'narrative_missing'],
    ['a\0b', 'text_unreadable'],
    ['a\ud800b', 'text_unreadable'],
    ['\udc00', 'text_unreadable'],
    ['more than twelve', 'text_too_long'],
  ])('%j is refused: %s', (typed, code) => {
    expect(read(narrative, typed)).toEqual([code])
  })
})

describe('a name', () => {
  const name = nameText('name_missing', 20)

  test.each([
    ['  Ministry \n of\tHealth ', 'Ministry of Health'],
    ['Bank\u202Egnp.exe', 'Bankgnp.exe'],
    ['\u2066Ministry\u2069', 'Ministry'],
    ['وزارة\u200f العدل', 'وزارة العدل'],
    ['A\u200bn\u00ada\u2060\ufeff', 'Ana'],
    ['Ana\u3164\u2800\u115f\u1160\uffa0', 'Ana'],
    ['An\u200da\u200c', 'Ana'],
    ['A\u180bn\u{16fe4}a\u{1d159}', 'Ana'],
    ['\u1820\u180b', '\u1820\u180b'],
    [`x${'\u0301'.repeat(12)}y`, `x${'\u0301'.repeat(4)}y`],
    ['葛\u{E0100}', '葛\u{E0100}'],
    ['क्\u200dष', 'क्\u200dष'],
    ['می\u200cشود', 'می\u200cشود'],
  ])('%j is kept as %j', (typed, kept) => {
    expect(read(name, typed)).toBe(kept)
  })

  test('is as long as its characters are when they are spelled out', () => {
    expect(read(name, 'ﷺ')).toBe('ﷺ')
    expect(read(name, 'ﷺ ﷺ')).toEqual(['spelled_out_too_long'])
    expect(read(name, 'ﷺ'.repeat(21))).toEqual(['text_too_long'])
  })

  test('of characters that nobody sees is none', () => {
    for (const typed of ['\u202a \u2066', '\u3164', '\u2800 \u115f', '\u{1d159}'])
      expect(read(name, typed)).toEqual(['name_missing'])
  })

  test('is one line without what turns its direction, and read again it stays as it is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 20 }), (typed) => {
        const { data, success } = name.safeParse(typed)
        if (!success) return
        expect(data).not.toMatch(/[\r\n\u202A-\u202E\u2066-\u2069]|^\s|\s$|\s\s/)
        expect(data).not.toBe('')
        expect(read(nameText('name_missing', 60), data)).toBe(data)
      }),
    )
  })
})

test('source text is kept letter for letter', () => {
  const typed = '  e\u0301 \u202e two\n lines '
  expect(read(sourceText('narrative_missing', 50), typed)).toBe(typed)
  expect(read(sourceText('narrative_missing', 50), 'a\0')).toEqual(['text_unreadable'])
  expect(read(sourceText('narrative_missing', 50), '')).toEqual(['narrative_missing'])
})

test('what can be no name is the name of nothing', () => {
  expect(read(KnownName, 'unodc')).toBe('unodc')
  expect(read(KnownName, 'un\0odc')).toBe('un\ufffdodc')
  expect(read(KnownName, 7)).toEqual(['field_unreadable'])
})

test.each(['2028-02-29', '1945-01-01', '2199-12-31'])('%s is a day', (day) => {
  expect(read(writtenDay('day_unreadable'), day)).toBe(day)
})

test.each([
  '2027-02-29',
  '2027-13-01',
  '0000-01-01',
  '27-01-01',
  '2027-1-1',
  '2027-01-01T00:00:00Z',
  '',
  null,
  20270101,
])('%s is none', (typed) => {
  expect(read(writtenDay('day_unreadable'), typed)).toEqual(['day_unreadable'])
})

test.each([
  ["Côte d'Ivoire", 'cote-d-ivoire'],
  ['Türkiye', 'turkiye'],
  ['  UNODC / TPB (Vienna)  ', 'unodc-tpb-vienna'],
  ['Ministère de l’Intérieur', 'ministere-de-l-interieur'],
  ['国家禁毒委员会', ''],
  ['ﬁnance', 'finance'],
  ['---', ''],
])('the address of %s is %j', (name, slug) => {
  expect(slugOf(name)).toBe(slug)
})

test.each(['0001-01-01', '0027-06-30', '1944-12-31', '2200-01-01', '9999-12-31'])('nobody can mean %s', (typed) => {
  expect(read(writtenDay('day_unreadable'), typed)).toEqual(['day_beyond'])
})

test('a document may be older than what is owed under it', () => {
  const day = writtenDay('day_unreadable', { earliest: '1800-01-01', beyond: 'document_day_beyond' })
  expect(read(day, '1800-01-01')).toBe('1800-01-01')
  expect(read(day, '1799-12-31')).toEqual(['document_day_beyond'])
})

test('a slug is one that the database takes, whatever the name, and is its own slug', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 300 }), fc.string({ maxLength: 300 }), (some, more) => {
      const slug = slugOf(some + more)
      expect(slug).toMatch(/^([a-z0-9]+(-[a-z0-9]+)*)?$/)
      expect(slug.length).toBeLessThanOrEqual(80)
      expect(slugOf(slug)).toBe(slug)
    }),
  )
})

test.each([
  ['as it is', 8, 'as it is'],
  ['with a blank', 9, 'with a…'],
  ['between two words', 11, 'between two…'],
  ['a wordlongerthantheline', 9, 'a wordlon…'],
  ['国家禁毒委员会', 4, '国家禁毒…'],
  ['😀😀😀', 2, '😀😀…'],
])('%j cut to %i is %j', (text, longest, cut) => {
  expect(shortened(text, longest)).toBe(cut)
})

test('cut, a text begins as it did, keeps most of what there is room for, and holds no half character', () => {
  const text = fc.string({
    unit: fc.oneof(fc.constant(' '), fc.string({ unit: 'binary', maxLength: 1 })),
    maxLength: 60,
  })
  fc.assert(
    fc.property(text, fc.integer({ min: 1, max: 40 }), (text, longest) => {
      const cut = shortened(text, longest)
      expect([...cut].length).toBeLessThanOrEqual(longest + 1)
      if ([...text].length <= longest) expect(cut).toBe(text)
      expect(Buffer.from(cut).toString()).toBe(cut)
      if (cut === text) return
      expect([...text].length).toBeGreaterThan(longest)
      expect(cut.endsWith('…')).toBe(true)
      expect(text.startsWith(cut.slice(0, -1))).toBe(true)
      const dropped = [...text].slice([...cut].length - 1, Math.ceil((longest * 2) / 3))
      expect(dropped.join('').trim()).toBe('')
    }),
  )
})
