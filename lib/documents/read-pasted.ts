import { type Nesting, nest } from './nesting'
import { addLine, endsHere, type Lines, linesOf, startsLow, textOf } from './pasted-lines'
import { type Piece, piecesOf } from './pasted-pieces'

export type PastedParagraph = {
  /** As printed, without the full stop; empty where the text prints none. */
  label: string
  text: string
  heading?: string | undefined
  /** The place, from 0, of the paragraph that it is part of. */
  parent?: number | undefined
}

export type ReadText = {
  paragraphs: PastedParagraph[]
  /** What belongs to no paragraph: page numbers and the like, titles that no paragraph follows. */
  leftOut: string[]
  /** Whether the whole text was read; what is beyond the longest document is not. */
  whole: boolean
}

/** A paragraph whose lines are still coming in. */
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
 * Reads the paragraphs of a pasted text: numbers, parts, headings; without the marks of lists, the furniture of pages and
 * the line breaks that came from a page's width. Every other letter stands as it was.
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

/** The rest of what a page's end broke off, a heading, or a paragraph without a number. */
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

/** A paragraph stands under the last heading before it; what stood above that one is a title of something else. */
function add(reading: Reading, paragraph: OpenParagraph, outline: Nesting, top: number | undefined) {
  const heading = reading.headings.pop()
  for (const title of reading.headings) reading.leftOut.push(title)
  reading.headings = []
  reading.heading = heading ?? reading.heading
  reading.paragraphs.push({ ...paragraph, heading: reading.heading })
  reading.outline = outline
  reading.top = top
}

/** A label with no text is no paragraph; what was part of it stands by itself. */
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
