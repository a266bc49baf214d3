import type { Block } from '@/lib/reading/block'
import { rowBlock } from '../row-block'
import type { NoteKind } from './note-marks'
import { type Carried, type Document, newParagraph, nothingCarried, type Paragraph, paragraphPrints } from './paragraph'

/** What holds paragraphs: the text, a cell, a text box or a note. */
type Container = { write: (block: Block) => void; carried: Carried }

/** A row whose cells are being read. Each cell has its blocks, and the number of columns that it covers. */
type Row = { cells: { blocks: Block[]; columns: number }[]; deleted: boolean }

/** The properties that are being read: of a paragraph, of its end, of a run, a row or a cell. */
type Properties = 'paragraph' | 'end' | 'run' | 'row' | 'cell'

export type Body = {
  document: Document
  containers: Container[]
  paragraphs: Paragraph[]
  rows: Row[]
  properties?: Properties | undefined
  /** How many elements deep the part is that is being left out, and whether it was deleted or moved away. */
  skipped: number
  deleted: boolean
  /** The fields around the text, each with whether its instruction has ended and its result is being read. */
  fields: { result: boolean }[]
  /** Whether the text of the element that is open is printed. */
  printing: boolean
  /** A note whose mark is the next text. */
  marked?: { kind: NoteKind; id: string } | undefined
}

export const newBody = (document: Document, write: (block: Block) => void): Body => ({
  document,
  containers: [{ write, carried: nothingCarried() }],
  paragraphs: [],
  rows: [],
  skipped: 0,
  deleted: false,
  fields: [],
  printing: false,
})

export function openParagraph({ containers, paragraphs }: Body) {
  const container = containers.at(-1)
  paragraphs.push(newParagraph(container?.carried ?? nothingCarried()))
  if (container) container.carried = nothingCarried()
}

/** Ends a paragraph. One whose end was deleted continues in the next. */
export function closeParagraph({ document, containers, paragraphs }: Body) {
  const paragraph = paragraphs.pop()
  const container = containers.at(-1)
  if (!paragraph || !container) return
  for (const { text, why } of paragraph.leftOut) {
    if (text.trim() !== '') containers[0]?.write({ text: text.trim(), why })
  }
  if (paragraph.end.deleted) container.carried = paragraph
  else for (const block of paragraphPrints(document, paragraph)) container.write(block)
}

/** Begins a cell, a text box or a note, whose blocks are collected. */
export function openContainer({ containers }: Body, blocks: Block[]) {
  containers.push({ write: (block) => blocks.push(block), carried: nothingCarried() })
}

/** Ends what holds paragraphs. What the last paragraph passes on has nowhere else to go. */
export function closeContainer({ document, containers }: Body) {
  const container = containers.pop()
  if (!container) return
  for (const block of paragraphPrints(document, newParagraph(container.carried))) container.write(block)
}

const mostBlocks = 20

/** Writes a row. One that only arranges the page has one cell, a table in a cell, or many paragraphs in one. */
export function closeRow({ containers, rows }: Body) {
  const row = rows.pop()
  const container = containers.at(-1)
  if (!row || !container) return
  const { cells } = row
  const blocks = cells.flatMap((cell) => cell.blocks)
  if (row.deleted) {
    for (const { text } of blocks) containers[0]?.write({ text, why: 'deleted' })
    return
  }
  const arranges =
    cells.length === 1 ||
    cells.some((cell) => cell.blocks.length > mostBlocks || cell.blocks.some((block) => block.cells !== undefined))
  if (arranges) {
    for (const block of blocks) container.write(block)
    return
  }
  const texts = blocks.filter(({ note }) => note === undefined)
  if (texts.length > 0) {
    const bold = texts.every((block) => block.bold === true)
    container.write(rowBlock(cells.flatMap(columnsOf), bold ? { bold } : {}))
  }
  for (const block of blocks) if (block.note !== undefined) container.write(block)
}

/** Returns a cell and the columns that it covers, which are empty. */
const columnsOf = ({ blocks, columns }: Row['cells'][number]) => [
  blocks.filter(({ note }) => note === undefined),
  ...Array.from({ length: columns - 1 }, () => []),
]
