import type { Opening } from './labels'
import { endsHere, looksLikeHeading, putBefore, startsLow } from './lines'
import { chineseNumber } from './read-numerals'
import { comesAfter } from './sequences'
import { type Piece, printedLabel, shortText } from './text-pieces'
import { partFollows } from './weak-labels'

/** What is a heading among the pieces with labels, and which labels are the numbers of the headings after them. */
export type Headings = { texts: Map<Piece, string>; numbers: Set<Piece> }

/** A piece with a number that can be its own or that of a heading. */
type Numbered = {
  piece: Piece
  opening: Opening
  /** The piece that holds the words after the number. */
  title: Piece
  text: string
  after: Piece | undefined
  /** The next piece with a number. */
  next: string | undefined
}

/**
 * Finds the headings that have a number of their own, as in "IV. Conclusions", so that it is not read as that of a
 * paragraph.
 */
export function ownNumbersIn(pieces: readonly Piece[]): Headings {
  const headings: Headings = { texts: new Map(), numbers: new Set() }
  nameTitled(pieces, headings)
  const numbered = withoutNested(numberedIn(pieces))
  const titled = titledShapes(numbered)
  const last: string[] = []
  let upper: string | undefined
  for (const [place, one] of numbered.entries()) {
    const { piece, opening, title, text } = one
    const isUpper = opening.sort === 'upper'
    const isSection = isUpper || chineseNumber(opening.label) > 0
    if (isHeadingLike(title, text) && (isSection || isHeading(one, last, titled))) {
      if (title !== piece) headings.numbers.add(piece)
      headings.texts.set(title, title === piece && opening.rest !== '' ? `${printedLabel(piece)} ${text}` : text)
      if (title === piece && opening.rest === '') headings.numbers.add(piece)
    } else if (isUpper && !inSequence(opening.label, upper, numbered[place + 1])) withoutLabel(piece)
    else last.unshift(opening.label)
    if (isUpper) upper = opening.label
    last.length = Math.min(last.length, 3)
  }
  return headings
}

/** Gives the text below a title its label: "Recommendation 5 – Financing" stands over the text of Recommendation 5. */
function nameTitled(pieces: readonly Piece[], { texts }: Headings) {
  for (const [place, piece] of pieces.entries()) {
    const { opening } = piece
    const below = pieces[place + 1]
    if (opening?.sort !== 'named' || opening.rest === '' || !isSentence(below) || below?.afterPage) continue
    const text = shortText(piece)
    if (!below || !isHeadingLike(piece, text)) continue
    texts.set(piece, text)
    below.opening = { ...opening, rest: below.first.text }
  }
}

/**
 * Makes parts of the numbers that begin again after a colon, if the numbers before go on after them: "5. It decides:",
 * "1. To meet;", "6. It adjourns."
 */
function withoutNested(numbered: readonly Numbered[]): Numbered[] {
  const kept: Numbered[] = []
  for (let place = 0; place < numbered.length; place++) {
    const end = endOfNested(numbered, place, kept.at(-1))
    for (const { opening } of numbered.slice(place, end)) opening.sort = 'part'
    const next = numbered[Math.max(place, end)]
    if (next) kept.push(next)
    place = Math.max(place, end)
  }
  return kept
}

/** Returns where a list within a paragraph ends: at its beginning if there is none. */
function endOfNested(numbered: readonly Numbered[], place: number, above: Numbered | undefined): number {
  if (!above?.piece.lines.end.endsWith(':') || labelAt(numbered, place) !== '1') return place
  let end = place + 1
  while (end < numbered.length && comesAfter(labelAt(numbered, end), labelAt(numbered, end - 1))) end++
  return end < numbered.length && comesAfter(labelAt(numbered, end), above.opening.label) ? end : place
}

const labelAt = (numbered: readonly Numbered[], place: number) => numbered[place]?.opening.label ?? ''

function numberedIn(pieces: readonly Piece[]): Numbered[] {
  const numbered: Numbered[] = []
  let next: string | undefined
  for (let place = pieces.length - 1; place >= 0; place--) {
    const piece = pieces[place] as Piece
    const { opening } = piece
    if (!opening || piece.row || (opening.sort !== 'number' && opening.sort !== 'upper')) continue
    const below = pieces[place + 1]
    const title = piece.lines.length === 0 && below && !below.opening && !below.row ? below : piece
    const after = pieces[place + (title === piece ? 1 : 2)]
    numbered.push({ piece, opening, title, text: shortText(title), after, next })
    if (opening.sort === 'number') next = opening.label
  }
  return numbered.reverse()
}

const isHeadingLike = ({ first, styled }: Piece, text: string) =>
  text !== '' && (first.heading !== undefined || (styled && !/[.;]$/.test(text)) || looksLikeHeading(text))

/** Returns whether a number belongs to a heading: the numbers around it go on without it, or text follows it. */
function isHeading(
  { piece, opening: { label }, title, after, next }: Numbered,
  last: readonly string[],
  titled: ReadonlySet<string>,
) {
  if (title.first.heading !== undefined || label === next || next?.startsWith(`${label}.`)) return true
  if (label === last[0] && isText(after, piece)) return true
  const continues = last.some((one) => comesAfter(label, one))
  const skipped = next !== undefined && last.some((one) => comesAfter(next, one))
  if (!continues && skipped) return true
  if (title.styled) return !(continues && next !== undefined && comesAfter(next, label)) || isText(after, piece)
  return titled.has(shapeOf(piece)) && !continues
}

const isSentence = (piece: Piece | undefined) => {
  if (!piece || piece.opening || piece.row || piece.styled) return false
  return endsHere(piece.lines.end) && !startsLow(piece.lines.parts[0] ?? '')
}

/** Returns whether a piece is what a title stands over: text, a row, or a paragraph with another form of number. */
const isText = (piece: Piece | undefined, title: Piece) =>
  isSentence(piece) ||
  piece?.row !== undefined ||
  (piece?.opening?.sort === 'number' && shapeOf(piece) !== shapeOf(title) && endsHere(piece.lines.end))

/** Labels with as many numbers are alike, "1.1" and "2.3", if all or none have a full stop. */
const shapeOf = ({ opening }: Piece) => (opening?.weak ? ' ' : '') + (opening?.label ?? '').replace(/\p{Nd}+/gu, '0')

/** Numbers above this are those of paragraphs. */
const mostSections = 40

/** Returns the shapes of labels that stand before titles, each with text below it, and before nothing else. */
function titledShapes(numbered: readonly Numbered[]): Set<string> {
  const titles = new Map<string, boolean>()
  for (const { piece, opening, title, text, after } of numbered) {
    const shape = shapeOf(piece)
    const isTitle =
      isHeadingLike(title, text) && isText(after, piece) && Number.parseInt(opening.label, 10) <= mostSections
    titles.set(shape, isTitle && titles.get(shape) !== false)
  }
  return new Set([...titles].filter(([, every]) => every).map(([shape]) => shape))
}

/** Returns whether a capital letter or a Roman number is a label: it follows the one before, or the next follows it. */
const inSequence = (label: string, last: string | undefined, next: Numbered | undefined) =>
  (last !== undefined && partFollows(label, last)) ||
  (next?.opening.sort === 'upper' && partFollows(next.opening.label, label))

/** Makes a label part of the text again, such as the initial of a name. */
function withoutLabel(piece: Piece) {
  putBefore(piece.lines, piece.lines.length === 0 ? printedLabel(piece) : `${printedLabel(piece)} `)
  piece.opening = undefined
}
