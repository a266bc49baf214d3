import fc from 'fast-check'
import { expect, test } from 'vitest'
import { csvRow, readSeparator, withoutApostrophes } from '@/lib/platform/csv'
import { processorTime } from '../support/processor-time'

/** Reads one row as RFC 4180 has it. */
function read(row: string, separator: 'comma' | 'semicolon' = 'comma'): string[] {
  const [end, plain] = separator === 'comma' ? [',', '[^",]*'] : [';', '[^";]*']
  const cells = [...`${row.slice(0, -2)}${end}`.matchAll(new RegExp(`"((?:[^"]|"")*)"${end}|(${plain})${end}`, 'g'))]
  return cells.map(([, quoted, plain]) => quoted?.replaceAll('""', '"') ?? plain ?? '')
}

/** The cells that a program makes of rows which reads them by this separator, whatever they were written with. */
function cellsBy(text: string, separator: string) {
  const cells: string[] = []
  let [cell, open, fresh] = ['', false, true]
  for (const character of text) {
    if (fresh && character === '"') open = true
    else if (open && character === '"') open = false
    else if (!open && (character === separator || character === '\r' || character === '\n')) {
      cells.push(cell)
      cell = ''
      fresh = true
      continue
    } else cell += character
    fresh = false
  }
  return [...cells, cell]
}

const texts = fc.array(
  fc.oneof(fc.string({ unit: fc.constantFrom('a', 'b', ' ', '"', "'", '\n', '.') }), fc.constantFrom('a,b', 'c;d', '')),
  { minLength: 1 },
)
const separators = fc.constantFrom('comma' as const, 'semicolon' as const)

test('one reads the same cells from a row, whichever separator it has', () => {
  fc.assert(
    fc.property(texts, separators, (cells, separator) => {
      const row = csvRow(cells, separator)
      expect(row.endsWith('\r\n')).toBe(true)
      expect(read(row, separator)).toEqual(cells)
    }),
  )
})

const hostile = fc.string({
  unit: fc.constantFrom('=', '+', '-', '@', '＝', ',', ';', '\t', '\r', '\n', '"', ' ', '\u200b', 'x'),
})
const isFormula = (cell: string) => /^[\s"\p{Cf}]*[=+\-@＝]/u.test(cell)

test.each([',', ';', '\t'])('no cell begins a formula where a program parts cells by %j', (separator) => {
  fc.assert(
    fc.property(fc.array(hostile, { minLength: 1, maxLength: 4 }), separators, (cells, written) => {
      expect(cellsBy(csvRow(cells, written), separator).filter(isFormula)).toEqual([])
    }),
    { numRuns: 2000 },
  )
})

test.each(['=1+1', ' =1+1', '\u00a0@x', '\tx', '\rx', '"=1+1', '\u200b=1+1', '\u2066=1', '\u0001=1', '−1+x'])(
  'before %j there is an apostrophe',
  (text) => {
    expect(read(csvRow([text]))[0]).toMatch(/^'/)
  },
)

test.each(['1.10', '3-4', '3–4', '1/2', '12', '1E5', '10:30', '5 May', 'May 2026', 'Mar-3', '50 %', '€ 5'])(
  'a label such as %s stays a text',
  (label) => expect(csvRow([label])).toBe(`'${label}\r\n`),
)

test.each(['SALVADOR-2010-17.2', 'Para. 1.10', '2027-06-30', '2026-11-29T10:00:00.000Z', '17 bis', 'May', '12 States'])(
  '%s is written as it is',
  (text) => expect(csvRow([text])).toBe(`${text}\r\n`),
)

test('numbers are let be, and what is not there is an empty cell', () => {
  expect(csvRow([-5, null, undefined, 'x'])).toBe('-5,,,x\r\n')
})

test('a long run of blanks or separators takes no time', () => {
  const cells = ['\t'.repeat(200_000), `x${',"; '.repeat(50_000)}`, `1${' '.repeat(200_000)}x`]
  expect(processorTime(() => csvRow(cells))).toBeLessThan(1000)
})

test.each([
  [null, 'comma'],
  ['', 'comma'],
  ['semicolon', 'semicolon'],
  ['tab', undefined],
])('the separator %j is read as %j', (asked, separator) => expect(readSeparator(asked)).toBe(separator))

test('a text that has no apostrophes comes back as it was', () => {
  const pieces = fc.constantFrom(
    'a',
    '=',
    '-',
    '+',
    '@',
    ' ',
    '"',
    ',',
    ';',
    '\n',
    '\t',
    '1',
    '.',
    'May ',
    '$',
    '\u200b',
    '−',
  )
  fc.assert(
    fc.property(fc.string({ unit: pieces }), separators, (text, separator) => {
      const [cell = ''] = read(csvRow([text], separator), separator)
      expect(withoutApostrophes(cell)).toBe(text)
    }),
  )
  expect(withoutApostrophes("'tis said, 'and done'")).toBe("'tis said, 'and done'")
})
