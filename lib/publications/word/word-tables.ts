import {
  AlignmentType,
  BorderStyle,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  VerticalAlignTable,
  WidthType,
} from 'docx'
import type { PublicationBlock } from '../content'
import { styleOf, textWidth } from './word-styles'
import { runsOf, type Setting, type Voice, voiceOf } from './word-text'

type TableBlock = Extract<PublicationBlock, { type: 'table' }>

const none = { style: BorderStyle.NONE, size: 0, color: 'auto' }
const hair = { style: BorderStyle.SINGLE, size: 3, color: '999999' }
const rule = { style: BorderStyle.SINGLE, size: 6, color: '1A1A1A' }
const open = { left: none, right: none, insideVertical: none }

/** Returns a table with a header that repeats on each page. */
export function textTable({ columns, rows }: TableBlock, setting: Setting) {
  const widths = columns.map(({ share }) => Math.round(share * textWidth))
  const aligned = columns.map(({ kind }) => (kind === 'number' ? AlignmentType.END : AlignmentType.START))
  const cell = (text: string, place: number, voice: Voice, bold = false) =>
    new TableCell({
      width: { size: widths[place] ?? 0, type: WidthType.DXA },
      verticalAlign: VerticalAlignTable.TOP,
      ...(bold && { borders: { bottom: rule } }),
      children: [
        new Paragraph({
          style: styleOf.cell,
          alignment: aligned[place] ?? AlignmentType.START,
          ...(voice.rtl && { bidirectional: true }),
          children: runsOf(text, voice, bold ? { bold } : {}),
        }),
      ],
    })
  const header = new TableRow({
    tableHeader: true,
    cantSplit: true,
    children: columns.map(({ label }, place) => cell(label, place, setting.own, true)),
  })
  return new Table({
    ...shape(widths, setting.own),
    borders: { ...open, top: none, bottom: hair, insideHorizontal: hair },
    tableLook: { firstRow: true },
    rows: [
      header,
      ...rows.map(
        (row) =>
          new TableRow({
            children: row.map(({ text, language }, place) => cell(text, place, voiceOf(language, setting))),
          }),
      ),
    ],
  })
}

/** Returns a table of facts without lines: what they are, and what is so. */
export function factsTable(facts: readonly { label: string; value: string }[], own: Voice) {
  const widths = [Math.round(textWidth * 0.28), Math.round(textWidth * 0.72)]
  const cell = (text: string, place: number, style: string) =>
    new TableCell({
      width: { size: widths[place] ?? 0, type: WidthType.DXA },
      children: [new Paragraph({ style, ...(own.rtl && { bidirectional: true }), children: runsOf(text, own) })],
    })
  return new Table({
    ...shape(widths, own),
    borders: { ...open, top: none, bottom: none, insideHorizontal: none },
    rows: facts.map(
      ({ label, value }) => new TableRow({ children: [cell(label, 0, styleOf.running), cell(value, 1, styleOf.fact)] }),
    ),
  })
}

const shape = (widths: number[], { rtl }: Voice) => ({
  width: { size: textWidth, type: WidthType.DXA },
  columnWidths: widths,
  layout: TableLayoutType.FIXED,
  ...(rtl && { visuallyRightToLeft: true }),
})
