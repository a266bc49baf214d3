import { type Block, blocksOfText } from './block'
import { addLine, endsHere, type Lines, linesOf, startsLow, textOf } from './lines'
import { type Nesting, nest } from './nesting'
import { type Piece, piecesOf } from './pieces'
import type { Removed } from './removed'

export type ReadParagraph = {
  /** The label as printed, without the full stop. Empty if the paragraph has none. */
  label: string
  text: string
  heading?: string
  /** The heading of an annex or a part that numbers its paragraphs again. */
  section?: string
  /** The place, counted from 0, of the paragraph of which this one is a part. */
  parent?: number
  /** The page on which the paragraph begins, counted from 1. */
  page?: number
  /** The marks of notes that were removed from `text`, each with its place in code points. */
  notes?: { at: number; mark: string; text?: string }[]
  /** The hyphens at ends of lines that may or may not belong to the word. */
  unsure?: { start: number; end: number }[]
}

export type ReadText = {
  paragraphs: ReadParagraph[]
  /** Text that belongs to no paragraph, such as page numbers, or titles without a paragraph after them. */
  removed: Removed[]
  /** Whether the whole text was read. Reading stops beyond the length of the longest document. */
  whole: boolean
}

/** A paragraph that is still being read. */
type OpenParagraph = Pick<ReadParagraph, 'label'> & {
  lines: Lines
  heading?: string | undefined
  parent?: number | undefined
}

type Reading = {
  paragraphs: OpenParagraph[]
  removed: Removed[]
  headings: string[]
  heading: string | undefined
  outline: Nesting
  top: number | undefined
}

/** Reads the paragraphs of a pasted text. */
export const readPasted = (text: string) => readBlocks(blocksOfText(text))

/**
 * Reads the paragraphs of a source: numbers, parts and headings. Removes list markers, page numbers and the like, and
 * the line breaks that came from the width of a page. Does not change any other character.
 */
export function readBlocks(blocks: readonly Block[]): ReadText {
  const { pieces, removed, whole } = piecesOf(blocks)
  const reading: Reading = {
    paragraphs: [],
    removed,
    headings: [],
    heading: undefined,
    outline: [],
    top: undefined,
  }
  for (const piece of pieces) take(reading, piece)
  for (const text of reading.headings) removed.push({ text, why: 'heading' })
  return { ...withoutEmpty(reading.paragraphs, removed), whole }
}

function take(reading: Reading, { opening, lines }: Piece) {
  if (!opening) return takeUnlabelled(reading, textOf(lines))
  const at = reading.paragraphs.length
  if (opening.sort === 'number' || opening.sort === 'named')
    return add(reading, { label: opening.label, lines }, [], at)
  if (opening.sort === 'mark') {
    const parent = reading.outline.at(-1)?.at ?? reading.top
    return add(reading, { label: '', lines, parent }, reading.outline, reading.top)
  }
  const { parent, outline } = nest(reading.outline, opening.label, at, reading.top)
  add(reading, { label: opening.label, lines, parent }, outline, reading.top)
}

/**
 * Adds text without a label: the rest of a paragraph that a page break interrupted, a heading, or an unnumbered
 * paragraph.
 */
function takeUnlabelled(reading: Reading, text: string) {
  const open = reading.headings.length === 0 ? reading.paragraphs.at(-1) : undefined
  const heading = looksLikeHeading(text)
  if (open && (open.lines.end === '' || startsLow(text) || (!endsHere(open.lines.end) && !heading))) {
    addLine(open.lines, text)
  } else if (heading) reading.headings.push(text)
  else add(reading, { label: '', lines: linesOf(text) }, [], reading.paragraphs.length)
}

const longestHeading = 200

const looksLikeHeading = (text: string) => text.length <= longestHeading && !endsHere(text) && !startsLow(text)

/** Adds a paragraph under the last heading before it. Headings before that one are titles of something else. */
function add(reading: Reading, paragraph: OpenParagraph, outline: Nesting, top: number | undefined) {
  const heading = reading.headings.pop()
  for (const text of reading.headings) reading.removed.push({ text, why: 'heading' })
  reading.headings = []
  reading.heading = heading ?? reading.heading
  reading.paragraphs.push({ ...paragraph, heading: reading.heading })
  reading.outline = outline
  reading.top = top
}

/** Removes labels without text, which are no paragraphs. Their parts become paragraphs of their own. */
function withoutEmpty(open: readonly OpenParagraph[], removed: Removed[]): Omit<ReadText, 'whole'> {
  const places = new Map<number, number>()
  const read = open.map(({ lines, ...paragraph }) => ({ ...paragraph, text: textOf(lines) }))
  const kept = read.filter(({ text }, place) => text !== '' && places.set(place, places.size))
  const headings = new Set(kept.map(({ heading }) => heading))
  for (const { label, text, heading } of read) {
    if (text !== '') continue
    if (heading !== undefined && !headings.has(heading)) removed.push({ text: heading, why: 'heading' })
    if (label !== '') removed.push({ text: label, why: 'empty_label' })
  }
  const paragraphs = kept.map(({ parent, heading, ...paragraph }) => {
    const moved = parent === undefined ? undefined : places.get(parent)
    return { ...paragraph, ...(heading !== undefined && { heading }), ...(moved !== undefined && { parent: moved }) }
  })
  return { paragraphs, removed }
}
