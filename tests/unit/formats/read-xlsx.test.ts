import { expect, test } from 'vitest'
import { answerSheet } from '@/lib/formats/sheet/answer-sheet'
import type { SheetMessage } from '@/lib/formats/sheet/sheet-messages'
import { formatOfCode } from '@/lib/formats/xlsx/number-formats'
import { numberInWords } from '@/lib/formats/xlsx/number-in-words'
import { compoundOf } from '../../support/documents'
import { textRows, workbookOf, xlsxOf } from '../../support/formats/xlsx'

/** Reads a spreadsheet in this process. Returns its rows by their numbers, and what was said last. */
async function readInPlace(content: Buffer, worksheet?: number) {
  const messages: SheetMessage[] = []
  await answerSheet(content, worksheet, (message) => messages.push(message))
  const rows = messages.flatMap((one) => ('rows' in one ? one.rows : []))
  return { rows: Object.fromEntries(rows.map(({ row, cells }) => [row, cells])), found: messages.at(-1) }
}

const rowsOf = async (data: string, more?: Parameters<typeof xlsxOf>[1] & { after?: string }) =>
  (await readInPlace(xlsxOf([{ name: 'A', data, after: more?.after ?? '' }], more))).rows

test('cells have their texts, numbers, truths and the values of their formulas, at their places', async () => {
  const texts =
    '<si><t xml:space="preserve"> shared &amp; kept</t></si><si><r><t>rich </t></r><r><rPr><b/></rPr><t>text</t></r><rPh sb="0" eb="1"><t>no</t></rPh></si><si><t>two_x000D_\nlines _x005F_x000D_</t></si>'
  const data = `
    <row r="2"><c r="A2" t="s"><v>0</v></c><c r="C2" t="s"><v>1</v></c><c t="s"><v>2</v></c></row>
    <row><c t="inlineStr"><is><t>inline</t></is></c><c t="b"><v>1</v></c><c><v>0.1</v></c><c><v>0.30000000000000004</v></c></row>
    <row r="9"><c r="B9" t="str"><f>A1&amp;"x"</f><v>calculated</v></c><c r="C9"><f>1+1</f><v>2</v></c><c r="D9"><f>1+1</f></c><c r="E9" t="e"><v>#REF!</v></c><c r="AA9" t="d"><v>2026-03-01</v></c></row>
    <row r="10"><c r="A10" s="4"/></row>`
  const rows = await rowsOf(data, { texts })
  expect(rows).toEqual({
    2: ['shared & kept', '', 'rich text', 'two\nlines _x000D_'],
    3: ['inline', 'TRUE', '0.1', '0.3'],
    9: ['', 'calculated', '2', '#N/A', '#REF!', ...Array.from({ length: 21 }, () => ''), '2026-03-01'],
  })
})

const styles =
  '<numFmts><numFmt numFmtId="164" formatCode="[$-409]d\\ mmm\\ yyyy;@"/></numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/><xf numFmtId="2"/></cellXfs>'
const dated =
  '<row><c s="1"><v>45352</v></c><c s="2"><v>45352.5</v></c><c s="3"><v>1.1</v></c><c s="0"><v>45352</v></c></row>'

test('styles tell days from numbers, counted from 1900 or 1904', async () => {
  expect(await rowsOf(dated, { styles })).toEqual({ 1: ['2024-03-01', '2024-03-01T12:00', '1.10', '45352'] })
  const properties = '<workbookPr date1904="1"/>'
  expect(await rowsOf(dated, { styles, properties })).toEqual({
    1: ['2028-03-02', '2028-03-02T12:00', '1.10', '45352'],
  })
})

test.each([
  ['1', '1900-01-01'],
  ['59', '1900-02-28'],
  ['60', '1900-02-29'],
  ['61', '1900-03-01'],
  ['2958465', '9999-12-31'],
  ['2958466', '2958466'],
  ['-1', '-1'],
  ['x', 'x'],
])('as a day, the number %s is %s', (written, shown) => {
  expect(numberInWords(written, { as: 'day' }, false)).toBe(shown)
})

test.each([
  ['dd/mm/yyyy', 'day'],
  ['mmmm', 'day'],
  ['"due" yyyy', 'day'],
  ['[h]:mm', 'time'],
  ['h:mm AM/PM', 'time'],
  ['0%', 'percent'],
  ['"days" 0.0', 'digits'],
  ['[Red]#,##0', undefined],
  ['General', undefined],
  ['\\d0', 'digits'],
])('the format %s is one of a %s', (code, as) => {
  expect(formatOfCode(code)?.as).toBe(as)
})

test('a cell that extends over rows has its value in each, and over columns in the first', async () => {
  const data = textRows([
    ['Title', ''],
    ['X/1', 'a'],
    ['', 'b'],
    ['', 'c'],
    ['X/2', 'd'],
  ])
  const after = '<mergeCells count="2"><mergeCell ref="A1:B1"/><mergeCell ref="A2:A4"/></mergeCells>'
  expect(Object.values(await rowsOf(data, { after }))).toEqual([
    ['Title'],
    ['X/1', 'a'],
    ['X/1', 'b'],
    ['X/1', 'c'],
    ['X/2', 'd'],
  ])
})

test('a cover sheet of one row is passed over if another worksheet has more', async () => {
  const cover = { name: 'Cover', data: textRows([['Follow-up of 2026']]) }
  const rows = { name: 'Follow-up', data: textRows([['Recommendation'], ['Train judges.']]) }
  expect((await readInPlace(xlsxOf([cover, rows]))).found).toMatchObject({ worksheet: 1 })
  expect((await readInPlace(xlsxOf([cover]))).found).toMatchObject({ worksheet: 0 })
})

test('the first worksheet with rows is read that people see, or the one that is asked for', async () => {
  const content = xlsxOf([
    { name: 'Lists', state: 'hidden', data: textRows([['hidden']]) },
    { name: 'Empty', data: '<row r="1"><c r="A1" s="1"/></row>' },
    { name: 'Follow-up', data: textRows([['first']]) },
    { name: 'Old', data: textRows([['second']]) },
  ])
  const worksheets = ['Empty', 'Follow-up', 'Old']
  expect(await readInPlace(content)).toEqual({
    rows: { 1: ['first'] },
    found: { format: 'xlsx', worksheets, worksheet: 1 },
  })
  expect(await readInPlace(content, 2)).toMatchObject({ rows: { 1: ['second'] }, found: { worksheet: 2 } })
  await expect(readInPlace(content, 0)).rejects.toMatchObject({ code: 'file_without_text' })
})

const sheetWith = (text: string) => xlsxOf([{ name: 'A', data: '' }], { parts: { 'xl/sheet0.xml': text } })
const namespace = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'

test.each<[string, Buffer, string]>([
  ['an external entity', sheetWith('<!DOCTYPE w [<!ENTITY x SYSTEM "file:///etc/passwd">]><w>&x;</w>'), 'file_doctype'],
  ['100,000 nested elements', sheetWith('<a>'.repeat(100_000)), 'file_nested'],
  ['another language', sheetWith('not XML'), 'file_unreadable'],
  [
    'endless blank rows',
    sheetWith(`<worksheet ${namespace}>${'<row/>'.repeat(1_048_577)}</worksheet>`),
    'sheet_rows_many',
  ],
  ['rows that go back', xlsxOf([{ name: 'A', data: '<row r="2"/><row r="1"/>' }]), 'file_unreadable'],
  [
    'a cell far to the right',
    xlsxOf([{ name: 'A', data: '<row><c r="XFD1"><v>1</v></c></row>' }]),
    'sheet_columns_many',
  ],
  ['a long cell', workbookOf(['x'.repeat(32_768)]), 'sheet_cell_long'],
  ['a password', compoundOf('EncryptedPackage'), 'file_encrypted'],
  ['macros', xlsxOf([{ name: 'A', data: '' }], { parts: { 'xl/vbaProject.bin': 'x' } }), 'file_with_macros'],
  ['an older format', compoundOf('Workbook'), 'sheet_format_old'],
  ['another type', Buffer.from('%PDF-1.7 x'), 'sheet_type_unknown'],
  ['a page in it', Buffer.from('<html><table><tr><td>a</td></tr></table></html>'), 'sheet_type_unknown'],
  ['no rows', xlsxOf([{ name: 'A', data: '' }]), 'file_without_text'],
  ['no end', workbookOf(['a', 'b']).subarray(0, 700), 'file_unreadable'],
])('a spreadsheet with %s is refused by its own message', async (_, content, code) => {
  await expect(readInPlace(content)).rejects.toMatchObject({ code })
})
