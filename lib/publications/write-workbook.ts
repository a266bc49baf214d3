import type { Cells, Column } from '@/lib/formats/xlsx/write-cells'
import { type Worksheet, writeXlsx } from '@/lib/formats/xlsx/write-xlsx'
import { partsOf } from '@/lib/platform/split-rows'
import type { PublicationContent } from './content'

/** How many rows are written at a time. */
const atATime = 200

/** The longest name of a worksheet in Excel, and characters that it cannot contain. */
const longestName = 31
const refused = /[[\]:*?/\\]/g

type Sheet = { name: string; columns: Column[]; rows: Cells[] }

/** Writes a report as a workbook: what it is and its figures, and each of its tables and charts in a worksheet of its own. */
export function writeWorkbook(content: PublicationContent): AsyncGenerator<Uint8Array> {
  const { title, imprint, figures, issue, direction } = content
  const about: Sheet = {
    name: title,
    columns: [
      { title, kind: 'text' },
      { title: issue.register, kind: 'text' },
    ],
    rows: [
      ...imprint.map(({ label, value }) => [label, value]),
      ['', ''],
      ...figures.map(({ label, value }): Cells => [label, value]),
    ],
  }
  const sheets = named([about, ...sheetsOf(content)])
  return writeXlsx(sheets.map(asWorksheet), { timeZone: issue.zone, rightToLeft: direction === 'rtl' })
}

/** Returns the tables of a report and the data of its charts. */
const sheetsOf = ({ blocks, words }: PublicationContent): Sheet[] =>
  blocks.flatMap((block): Sheet[] => {
    if (block.type === 'table') {
      const columns = block.columns.map(({ label, kind }) => ({ title: label, kind }))
      return [
        { name: block.caption, columns, rows: block.rows.map((row) => row.map(({ text, value }) => value ?? text)) },
      ]
    }
    if (block.type !== 'chart') return []
    const counted = [...block.series.map(({ label }) => label), block.overdue]
    const columns = [
      { title: words.day, kind: 'day' as const },
      ...counted.map((title) => ({ title, kind: 'number' as const })),
    ]
    return [
      { name: block.caption, columns, rows: block.points.map(({ day, counts, overdue }) => [day, ...counts, overdue]) },
    ]
  })

/** Gives each worksheet a name that Excel takes and that no other has. */
function named(sheets: Sheet[]): Sheet[] {
  const taken = new Set<string>()
  return sheets.map((sheet, place) => {
    const plain =
      Array.from(sheet.name.replace(refused, ' ').trim())
        .slice(0, longestName - 6)
        .join('') || String(place + 1)
    const name = taken.has(plain.toLowerCase()) ? `${plain} ${place + 1}` : plain
    taken.add(name.toLowerCase())
    return { ...sheet, name: name.replace(/^'|'$/g, '’') }
  })
}

const asWorksheet = ({ name, columns, rows }: Sheet, place: number): Worksheet => ({
  ...{ name, columns, filter: place > 0 },
  rows: inParts(rows),
})

async function* inParts(rows: Cells[]) {
  for (const { rows: part } of partsOf(rows, atATime)) yield part
}
