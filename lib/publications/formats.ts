import { byteOrderMark, csvRow, csvType } from '@/lib/platform/csv'
import type { PublicationContent } from './content'
import { htmlOf } from './html'
import { writeWorkbook } from './write-workbook'

type Given = { content: PublicationContent; text: string }

type Format = { type: string; parts: (given: Given) => AsyncGenerator<string | Uint8Array> }

/** How the frozen content of a report is written. The same content always gives the same bytes. */
export const formats = {
  html: {
    type: 'text/html; charset=utf-8',
    async *parts({ content }) {
      yield* htmlOf(content)
    },
  },
  xlsx: {
    type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    async *parts({ content }) {
      yield* writeWorkbook(content)
    },
  },
  csv: {
    type: csvType,
    async *parts({ content }) {
      yield byteOrderMark
      yield* assignmentsAsCsv(content)
    },
  },
  json: {
    type: 'application/json',
    async *parts({ text }) {
      yield text
    },
  },
} satisfies Record<string, Format>

export type PublicationFormat = keyof typeof formats

export const publicationFormats = Object.keys(formats) as PublicationFormat[]

/** Returns the table of assignments, with numbers and days as spreadsheets read them. */
function* assignmentsAsCsv({ blocks }: PublicationContent) {
  for (const block of blocks) {
    if (block.type !== 'table' || block.name !== 'assignments') continue
    yield csvRow(block.columns.map(({ label }) => label))
    for (const row of block.rows) yield csvRow(row.map(({ text, value }) => value ?? text))
  }
}
