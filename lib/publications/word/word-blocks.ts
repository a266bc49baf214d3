import { BorderStyle, HeadingLevel, Paragraph, SequentialIdentifier, Tab, type Table, TextRun } from 'docx'
import { ChartRun } from 'docx/charts'
import type { PublicationBlock } from '../content'
import { styleOf } from './word-styles'
import { factsTable, textTable } from './word-tables'
import { runsOf, type Setting, type Voice, voiceOf } from './word-text'

type Written = Paragraph | Table
type Of<Type> = Extract<PublicationBlock, { type: Type }>

const levels = [HeadingLevel.HEADING_1, HeadingLevel.HEADING_2, HeadingLevel.HEADING_3] as const

/** Returns the paragraphs and tables of the block at a place of the report. */
export function writeBlock(block: PublicationBlock, place: number, setting: Setting): Written[] {
  switch (block.type) {
    case 'heading':
      return [new Paragraph({ heading: levels[block.level - 1] ?? levels[0], ...inVoice(block.text, setting.own) })]
    case 'paragraph':
      return [writeParagraph(block, setting)]
    case 'quote':
      return writeQuote(block, setting)
    case 'items':
      return block.items.map(
        (item) => new Paragraph({ numbering: { reference: 'items', level: 0 }, ...inVoice(item, setting.own) }),
      )
    case 'facts':
      return [factsTable(block.facts, setting.own), gap()]
    case 'table':
      return [caption(setting.words.table, 'Table', block.caption, setting.own), textTable(block, setting), gap()]
    case 'chart':
      return [caption(setting.words.chart, 'Figure', block.caption, setting.own), writeChart(block, place, setting.own)]
  }
}

/** Returns the options of a paragraph with one text. */
export const inVoice = (text: string, voice: Voice) => ({
  children: runsOf(text, voice),
  ...(voice.rtl && { bidirectional: true }),
})

/** Word joins tables that follow one another. */
const gap = () => new Paragraph({ spacing: { after: 0, line: 200, lineRule: 'auto' } })

function writeParagraph({ number, text, language }: Of<'paragraph'>, setting: Setting) {
  const voice = voiceOf(language, setting)
  if (number === undefined) return new Paragraph(inVoice(text, voice))
  return new Paragraph({
    children: [new TextRun({ children: [`${number}.`, new Tab()] }), ...runsOf(text, voice)],
    ...(voice.rtl && { bidirectional: true }),
    indent: { start: 624, hanging: 624 },
    tabStops: [{ type: 'left', position: 624 }],
  })
}

function writeQuote({ text, citation, language }: Of<'quote'>, setting: Setting) {
  const voice = voiceOf(language, setting)
  const side = voice.rtl ? 'right' : 'left'
  const border = { [side]: { style: BorderStyle.SINGLE, size: 12, color: 'B3B3B3', space: 8 } }
  const quote = new Paragraph({ ...inVoice(text, voice), style: styleOf.quote, border, keepNext: citation !== '' })
  if (citation === '') return [quote]
  return [quote, new Paragraph({ ...inVoice(citation, setting.own), style: styleOf.citation })]
}

const caption = (word: string, sequence: string, text: string, own: Voice) =>
  new Paragraph({
    style: 'Caption',
    ...(own.rtl && { bidirectional: true }),
    children: [...runsOf(`${word} `, own), new SequentialIdentifier(sequence), ...runsOf(`. ${text}`, own)],
  })

/** From dark to light, so that areas differ on paper too. The order of the key is that of the areas. */
const greys = ['404040', 'A6A6A6', '737373', 'D9D9D9', '595959', 'BFBFBF', '8C8C8C', 'F2F2F2']

/** Returns a chart that Word draws from its data. Columns without gaps have steps, as counts do. */
function writeChart({ description, series, points, overdue }: Of<'chart'>, place: number, own: Voice) {
  const chart = new ChartRun({
    type: 'column',
    stacking: 'stacked',
    gapWidth: 0,
    categories: points.map(({ label }) => label),
    series: [
      ...series.map(({ label }, place) => ({
        name: label,
        values: points.map(({ counts }) => counts[place] ?? 0),
        color: greys[place % greys.length] ?? 'A6A6A6',
      })),
      {
        ...{ name: overdue, type: 'line', values: points.map((point) => point.overdue), color: '000000' },
        ...{ line: { color: '000000', width: 1.5, dash: 'dash' }, markers: false },
      } as const,
    ],
    categoryAxis: { reverseOrder: own.rtl },
    legend: { position: 'bottom' },
    transformation: { width: 600, height: 280 },
    // Its own counter would go on from one report to the next.
    altText: { id: String(place + 1), name: 'Chart', description },
  })
  return new Paragraph({ children: [chart] })
}
