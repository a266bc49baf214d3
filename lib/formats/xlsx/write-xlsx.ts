import { Zip } from 'fflate'
import { DeflatedPart } from './deflated-part'
import { type Cells, type Column, cellWriter, inXml } from './write-cells'
import { contentTypes, relations, styles, workbook, workbookRelations } from './write-parts'

export type Worksheet = {
  /** Without the characters that Excel refuses in names: [ ] : * ? / \ */
  name: string
  columns: Column[]
  /** The rows in parts, as they are read. */
  rows: AsyncIterable<readonly Cells[]>
  /** Whether the columns can be filtered. */
  filter: boolean
}

type Options = {
  /** The zone whose clock the moments show, because Excel knows no zones. */
  timeZone: string
  rightToLeft: boolean
}

/** The most rows of a worksheet in Excel, below its header. */
export const mostRows = 1_048_575

/**
 * Writes a workbook while its rows are read, and returns its bytes in parts. Each worksheet has a header that stays in
 * view, and can have a filter. Equal rows give equal bytes. Texts stay texts, so that none can become a formula.
 */
export async function* writeXlsx(sheets: Worksheet[], options: Options): AsyncGenerator<Uint8Array> {
  const written: Uint8Array[] = []
  const zip = new Zip((error, part) => {
    if (error) throw error
    written.push(part)
  })
  const begin = (name: string) => {
    const part = new DeflatedPart(name)
    part.mtime = dateOfParts
    zip.add(part)
    return (text: string, last = false) => part.write(encoder.encode(text), last)
  }
  const names = sheets.map(({ name }) => name)
  await begin('[Content_Types].xml')(contentTypes(names.length), true)
  await begin('_rels/.rels')(relations, true)
  await begin('xl/workbook.xml')(workbook(names.map(inXml)), true)
  await begin('xl/_rels/workbook.xml.rels')(workbookRelations(names.length), true)
  await begin('xl/styles.xml')(styles, true)
  for (const [place, sheet] of sheets.entries()) {
    const write = begin(`xl/worksheets/sheet${place + 1}.xml`)
    for await (const text of partsOfSheet(sheet, options)) {
      await write(text)
      yield* written.splice(0)
    }
    await write('', true)
  }
  zip.end()
  yield* written
}

/** The earliest date that an archive can give its parts. */
const dateOfParts = '1980-01-01T00:00:00'

const encoder = new TextEncoder()

async function* partsOfSheet({ columns, rows, filter }: Worksheet, { timeZone, rightToLeft }: Options) {
  const cells = cellWriter(columns, timeZone)
  yield head(columns, rightToLeft) + cells.header()
  let count = 1
  for await (const part of rows) {
    yield part.map((row) => cells.row(row, ++count)).join('')
  }
  yield `</sheetData>${filter ? `<autoFilter ref="${cells.range(count)}"/>` : ''}</worksheet>`
}

const widths = { text: 28, number: 12, day: 12, moment: 18 }

const head = (columns: Column[], rightToLeft: boolean) =>
  '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n' +
  '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetViews>' +
  `<sheetView workbookViewId="0"${rightToLeft ? ' rightToLeft="1"' : ''}>` +
  '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><cols>' +
  columns
    .map(({ kind }, at) => `<col min="${at + 1}" max="${at + 1}" width="${widths[kind]}" customWidth="1"/>`)
    .join('') +
  '</cols><sheetData>'
