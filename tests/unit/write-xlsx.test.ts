import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Cells, Column } from '@/lib/formats/xlsx/write-cells'
import { writeXlsx } from '@/lib/formats/xlsx/write-xlsx'
import { rowsOfWorkbook } from '../support/rows-of-workbook'

const text = (title: string): Column => ({ title, kind: 'text' })

async function written(columns: Column[], parts: Cells[][], timeZone = 'UTC') {
  async function* rows() {
    yield* parts
  }
  const chunks: Uint8Array[] = []
  for await (const chunk of writeXlsx([{ name: 'List', columns, rows: rows(), filter: true }], {
    timeZone,
    rightToLeft: false,
  }))
    chunks.push(chunk)
  return Buffer.concat(chunks)
}

test('every text comes back as it was, whatever it contains', async () => {
  const odd = [
    '=1+1',
    '<b>&amp;"\'',
    '_x000D_',
    'a\tb\nc',
    '\u0007\u200B\u0000',
    '  two  blanks ',
    '😀 中文 العربية',
    '-',
    '1.10',
  ]
  expect(rowsOfWorkbook(await written([text('A'), text('B')], [odd.map((one) => [one, one])]))).toEqual([
    ['A', 'B'],
    ...odd.map((one) => [one, one]),
  ])
  await fc.assert(
    fc.asyncProperty(fc.array(fc.string({ unit: 'binary', minLength: 1 }), { minLength: 1 }), async (texts) => {
      // A line ends with a line feed in a spreadsheet, whatever ended it.
      const same = texts.map((one) => one.replace(/\r\n?/g, '\n'))
      expect(rowsOfWorkbook(await written([text('A')], [texts.map((one) => [one])])).slice(1)).toEqual(
        same.map((one) => [one]),
      )
    }),
    { numRuns: 30 },
  )
})

test('numbers, days and moments are values, a moment as the clock of the zone shows it', async () => {
  const columns: Column[] = [
    { title: 'Count', kind: 'number' },
    { title: 'Due', kind: 'day' },
    { title: 'Changed', kind: 'moment' },
  ]
  const rows = [
    [3, '2026-03-29', '2026-03-29T00:59:59.000Z'],
    [0, '1899-12-31', '2026-03-29T01:00:00.000Z'],
  ]
  const content = await written(columns, [rows], 'Europe/Vienna')
  expect(rowsOfWorkbook(content).slice(1)).toEqual([
    ['3', '2026-03-29', '2026-03-29T01:59'],
    ['0', '1899-12-31', '2026-03-29T03:00'],
  ])
})

test('equal rows give equal bytes, in whatever parts they come', async () => {
  const rows = Array.from({ length: 200 }, (_, place): Cells => [`Row ${place}`, 'x'.repeat(place)])
  const columns = [text('A'), text('B')]
  expect((await written(columns, [rows])).equals(await written(columns, [rows]))).toBe(true)
  const inParts = rowsOfWorkbook(
    await written(
      columns,
      rows.map((row) => [row]),
    ),
  )
  expect(inParts).toEqual(rowsOfWorkbook(await written(columns, [rows])))
})

test('a text that is too long for a cell says that it goes on', async () => {
  const [, [cell = ''] = []] = rowsOfWorkbook(await written([text('A')], [[['😀'.repeat(20_000)]]]))
  expect(cell.length).toBeLessThanOrEqual(32_767)
  expect(cell.endsWith('😀…')).toBe(true)
})
