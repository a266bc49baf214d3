import { type Nesting, nest } from './nesting'
import { addLine, endsHere, type Lines, linesOf, startsLow, textOf } from './pasted-lines'
import { type Piece, piecesOf } from './pasted-pieces'

export type PastedParagraph = {
  /** The label as printed, without the full stop. Empty if the paragraph has none. */
  label: string
  text: string
  heading?: string | undefined
  /** The place, counted from 0, of the paragraph of which this one is a part. */
  parent?: number | undefined
}

export type ReadText = {
  paragraphs: PastedParagraph[]
  /** Text that belongs to no paragraph, such as page numbers, or titles without a paragraph after them. */
  leftOut: string[]
  /** Whether the whole text was read. Reading stops beyond the length of the longest document. */
  whole: boolean
}

/** A paragraph that is still being read. */
type OpenParagraph = Omit<PastedParagraph, 'text'> & { lines: Lines }

type Reading = {
  paragraphs: OpenParagraph[]
  leftOut: string[]
  headings: string[]
  heading: string | undefined
  outline: Nesting
  top: number | undefined
}

/**
 * Reads the paragraphs of a pasted text: numbers, parts and headings. Removes list markers, page numbers and the like,
 * and the line breaks that came from the width of a page. Does not change any other character.
 */
export function readPasted(pasted: string): ReadText {
  const { pieces, furniture, whole } = piecesOf(pasted)
  const reading: Reading = {
    paragraphs: [],
    leftOut: furniture,
    headings: [],
    heading: undefined,
    outline: [],
    top: undefined,
  }
  for (const piece of pieces) take(reading, piece)
  const paragraphs = reading.paragraphs.map(({ lines, ...paragraph }) => ({ ...paragraph, text: textOf(lines) }))
  return { ...withoutEmpty(paragraphs, reading.leftOut.concat(reading.headings)), whole }
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
  for (const title of reading.headings) reading.leftOut.push(title)
  reading.headings = []
  reading.heading = heading ?? reading.heading
  reading.paragraphs.push({ ...paragraph, heading: reading.heading })
  reading.outline = outline
  reading.top = top
}

/** Removes labels without text, which are no paragraphs. Their parts become paragraphs of their own. */
function withoutEmpty(paragraphs: PastedParagraph[], leftOut: string[]): Omit<ReadText, 'whole'> {
  const places = new Map<number, number>()
  const kept = paragraphs.filter(({ text }, place) => text !== '' && places.set(place, places.size))
  const headings = new Set(kept.map(({ heading }) => heading))
  const gone = paragraphs
    .filter(({ text }) => text === '')
    .flatMap(({ label, heading }) => (heading === undefined || headings.has(heading) ? [label] : [heading, label]))
  return {
    paragraphs: kept.map(({ parent, heading, ...paragraph }) => {
      const moved = parent === undefined ? undefined : places.get(parent)
      return { ...paragraph, ...(heading !== undefined && { heading }), ...(moved !== undefined && { parent: moved }) }
    }),
    leftOut: [...leftOut, ...gone].filter((text) => text !== ''),
  }
}
