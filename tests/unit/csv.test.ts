import fc from 'fast-check'
import { expect, test } from 'vitest'
import { csvRow } from '@/lib/platform/csv'

/** Reads one row as RFC 4180 has it. */
function read(row: string): string[] {
  const cells = [...`${row.slice(0, -2)},`.matchAll(/"((?:[^"]|"")*)",|([^",]*),/g)]
  return cells.map(([, quoted, plain]) => quoted?.replaceAll('""', '"') ?? plain ?? '')
}

const texts = fc.array(fc.oneof(fc.string(), fc.constantFrom('a,b', 'say "no"', 'two\r\nlines', '', ' ')), {
  minLength: 1,
})

test('whatever stands in a row, one reads the same cells from it, but for an apostrophe before what looks like a formula', () => {
  fc.assert(
    fc.property(texts, (cells) => {
      const row = csvRow(cells)
      expect(row.endsWith('\r\n')).toBe(true)
      expect(read(row).map((cell, place) => (cell === cells[place] ? cell : cell.slice(1)))).toEqual(cells)
    }),
  )
})

test('no cell begins a formula, behind blanks or not', () => {
  const opening = fc.constantFrom('=', '+', '-', '@', '\t', '\r', '＝', '＋', '－', '＠')
  fc.assert(
    fc.property(fc.constantFrom('', ' ', '\n', '\u00a0'), opening, fc.string(), (blank, sign, rest) => {
      const [cell = ''] = read(csvRow([blank + sign + rest]))
      expect(cell).toBe(`'${blank}${sign}${rest}`)
    }),
  )
})

test('numbers are let be, and what is not there is an empty cell', () => {
  expect(csvRow([-5, null, undefined, 'x'])).toBe('-5,,,x\r\n')
})
