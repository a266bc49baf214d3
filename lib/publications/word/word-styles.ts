import { AlignmentType, type IParagraphStyleOptions, type IPropertiesOptions, LevelFormat } from 'docx'

const serif = { ascii: 'Cambria', hAnsi: 'Cambria', cs: 'Times New Roman', eastAsia: 'SimSun' }
const sans = { ascii: 'Calibri', hAnsi: 'Calibri', cs: 'Arial', eastAsia: 'Microsoft YaHei' }
const ink = '1A1A1A'
const grey = '616161'

const heading = (size: number, before: number) => ({
  run: { font: serif, size, bold: true, color: ink },
  paragraph: { spacing: { before, after: 120 }, keepNext: true, keepLines: true },
})

const named = (id: string, size: number, font: typeof serif, spacing: { before?: number; after?: number }) => ({
  ...{ id, name: id, basedOn: 'Normal', quickFormat: true },
  run: { font, size },
  paragraph: { spacing },
})

/** The names of the paragraph styles that reports have besides those of Word. */
export const styleOf = {
  quote: 'Quotation',
  citation: 'Citation',
  fact: 'Fact',
  cell: 'TableText',
  subtitle: 'ReportSubtitle',
  contents: 'ContentsHeading',
  running: 'Running',
} as const

const ownStyles: IParagraphStyleOptions[] = [
  {
    ...named(styleOf.quote, 21, serif, { before: 160, after: 40 }),
    paragraph: { spacing: { before: 160, after: 60 }, indent: { start: 280 } },
  },
  {
    ...named(styleOf.citation, 17, sans, {}),
    run: { font: sans, size: 17, color: grey },
    paragraph: { spacing: { after: 200 }, indent: { start: 280 } },
  },
  named(styleOf.fact, 20, serif, { after: 40 }),
  {
    ...named(styleOf.cell, 17, sans, {}),
    paragraph: { spacing: { before: 20, after: 20, line: 240, lineRule: 'auto' } },
  },
  {
    ...named(styleOf.subtitle, 26, serif, {}),
    run: { font: serif, size: 26, color: grey },
    paragraph: { spacing: { after: 480 } },
  },
  {
    ...named(styleOf.contents, 30, serif, {}),
    run: { font: serif, size: 30, bold: true },
    paragraph: { spacing: { before: 480, after: 160 }, keepNext: true },
  },
  {
    ...named(styleOf.running, 17, sans, {}),
    run: { font: sans, size: 17, color: grey },
    paragraph: { spacing: { after: 0 } },
  },
]

/** Returns the styles of a report. Fonts are those that Word and its readers have, so no font is part of the file. */
export const stylesFor = (rtl: boolean): NonNullable<IPropertiesOptions['styles']> => ({
  default: {
    document: {
      run: { font: serif, size: 21, color: ink },
      paragraph: { spacing: { after: 140, line: 288, lineRule: 'auto' } },
    },
    title: {
      run: { font: serif, size: 50, bold: true, color: ink },
      paragraph: { spacing: { before: 1400, after: 160, line: 264, lineRule: 'auto' } },
    },
    heading1: heading(30, 440),
    heading2: heading(24, 340),
    heading3: heading(21, 280),
    caption: {
      run: { font: sans, size: 18, bold: true, color: ink, italics: false },
      paragraph: { spacing: { before: 240, after: 80 }, keepNext: true },
    },
  },
  paragraphStyles: [
    ...ownStyles,
    ...[1, 2].map((level) => ({
      ...named(`TOC${level}`, 21, serif, {}),
      name: `toc ${level}`,
      paragraph: { spacing: { after: 60 }, indent: { start: (level - 1) * 280 }, ...(rtl && { bidirectional: true }) },
    })),
  ],
})

/** The lists of a report: items with a dash. */
export const numbering: NonNullable<IPropertiesOptions['numbering']> = {
  config: [
    {
      reference: 'items',
      levels: [
        {
          ...{ level: 0, format: LevelFormat.BULLET, text: '–', alignment: AlignmentType.START },
          style: { paragraph: { indent: { start: 340, hanging: 340 } } },
        },
      ],
    },
  ],
}

/** The width of the text on a page of A4, in twentieths of a point. */
export const textWidth = 11_906 - 2 * 1_417
