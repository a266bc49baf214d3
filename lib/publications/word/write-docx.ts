import { Document, Footer, Header, Packer, PageNumber, Paragraph, Tab, TableOfContents, TextRun } from 'docx'
import { estimatePageNumbersWith } from 'docx/layout'
import type { PublicationContent } from '../content'
import { repack } from './repack'
import { inVoice, writeBlock } from './word-blocks'
import { numbering, styleOf, stylesFor, textWidth } from './word-styles'
import { factsTable } from './word-tables'
import { runsOf, type Setting } from './word-text'

/** The longest text whose page numbers are worked out, in characters of its content. Word works out those of a longer one. */
const mostPlaced = 600_000

/** Sets a publication as a document of Word. The same content gives the same bytes. */
export async function writeDocx(content: PublicationContent): Promise<Uint8Array> {
  const { title, language, direction, issue, words, imprint, blocks } = content
  const setting: Setting = { own: { language, rtl: direction === 'rtl' }, words }
  const { own } = setting
  const placed = JSON.stringify(blocks).length <= mostPlaced
  const document = new Document({
    ...{ title, creator: issue.register, lastModifiedBy: issue.register, keywords: issue.code, numbering },
    styles: stylesFor(own.rtl),
    ...(placed ? { pageNumbers: estimatePageNumbersWith({ guess: true }) } : { features: { updateFields: true } }),
    sections: [
      {
        properties: {
          page: {
            size: { width: 11_906, height: 16_838 },
            margin: { top: 1_701, bottom: 1_531, left: 1_417, right: 1_417 },
          },
          titlePage: true,
        },
        headers: { default: header(content, setting) },
        footers: { default: footer(content, setting), first: footer(content, setting) },
        children: [
          runningLine([issue.register, issue.code], setting),
          new Paragraph({ style: 'Title', ...inVoice(title, own) }),
          ...(content.subtitle === undefined
            ? []
            : [new Paragraph({ style: styleOf.subtitle, ...inVoice(content.subtitle, own) })]),
          factsTable(imprint, own),
          new Paragraph({ style: styleOf.contents, ...inVoice(words.contents, own) }),
          new TableOfContents(words.contents, { hyperlink: true, headingStyleRange: '1-2' }),
          new Paragraph({ pageBreakBefore: true, spacing: { after: 0, line: 20, lineRule: 'exact' } }),
          ...blocks.flatMap((block, place) => writeBlock(block, place, setting)),
        ],
      },
    ],
  })
  return repack(await Packer.toBuffer(document), issue.at)
}

/** Returns a line with a text at each end. */
function runningLine([first, last]: [string, string], { own }: Setting) {
  return new Paragraph({
    style: styleOf.running,
    ...(own.rtl && { bidirectional: true }),
    tabStops: [{ type: 'right', position: textWidth }],
    border: { bottom: { style: 'single', size: 6, color: '1A1A1A', space: 4 } },
    children: [...runsOf(first, own), new TextRun({ children: [new Tab()] }), ...runsOf(last, own)],
  })
}

const header = ({ title, issue }: PublicationContent, setting: Setting) => {
  const letters = Array.from(title)
  const short = letters.length > 80 ? `${letters.slice(0, 80).join('').trimEnd()}…` : title
  return new Header({ children: [runningLine([short, issue.code], setting)] })
}

/** Returns the foot of a page, which says its number and that of all pages in the order of the language. */
function footer({ issue, words }: PublicationContent, { own }: Setting) {
  const parts = words.page.split(/(\{pages?\})/).flatMap((part) => {
    if (part === '{page}') return [new TextRun({ children: [PageNumber.CURRENT] })]
    if (part === '{pages}') return [new TextRun({ children: [PageNumber.TOTAL_PAGES] })]
    return part === '' ? [] : runsOf(part, own)
  })
  return new Footer({
    children: [
      new Paragraph({
        style: styleOf.running,
        ...(own.rtl && { bidirectional: true }),
        tabStops: [{ type: 'right', position: textWidth }],
        children: [...runsOf(issue.register, own), new TextRun({ children: [new Tab()] }), ...parts],
      }),
    ],
  })
}
