import { leaveOut, leaveOutCells, leaveOutMarks } from './left-out'
import { addLine, collected, endsHere, type Lines, looksLikeHeading, moved, startsLow } from './lines'
import { type Nesting, nest } from './nesting'
import type { Headings } from './own-numbers'
import type { ReadParagraph } from './read-paragraph'
import type { Removed, RemovedAt } from './removed'
import { isSectionHeading, restarts } from './sections'
import { type Piece, printedLabel, shortText } from './text-pieces'
import type { JointOf } from './words'

/** A paragraph that is still being read. */
type OpenParagraph = {
  label: string
  lines: Lines
  piece: Piece
  heading: string | undefined
  section: string | undefined
  parent: number | undefined
}

/** A heading before the first paragraph under it. */
type Pending = { text: string; at: number; page: number | undefined; begins: boolean; piece: Piece }

type Reading = {
  paragraphs: OpenParagraph[]
  removed: RemovedAt[]
  pending: Pending[]
  heading: string | undefined
  section: string | undefined
  /** The latest numbers of the section. */
  last: string[]
  outline: Nesting
  top: number | undefined
  headings: Headings
  jointOf: JointOf
}

/** Puts the pieces of a text together to paragraphs with their headings, sections and parents. */
export function paragraphsOf(pieces: readonly Piece[], headings: Headings, jointOf: JointOf, removed: RemovedAt[]) {
  const none = { heading: undefined, section: undefined, top: undefined }
  const reading: Reading = { paragraphs: [], removed, pending: [], last: [], outline: [], headings, jointOf, ...none }
  for (const piece of pieces) take(reading, piece)
  for (const heading of reading.pending) leaveOut(reading.removed, heading)
  const paragraphs = finished(reading)
  removed.sort((one, other) => one.at - other.at)
  return { paragraphs, removed: removed.map(({ at: _, ...rest }): Removed => rest) }
}

function take(reading: Reading, piece: Piece) {
  const { headings } = reading
  const { opening, at, first, lines } = piece
  if (headings.numbers.has(piece)) leaveOut(reading.removed, { text: printedLabel(piece), at, page: first.page })
  const heading = headings.texts.get(piece)
  if (heading !== undefined) return addHeading(reading, heading, piece)
  if (headings.numbers.has(piece)) return
  if (!opening) return piece.row ? addRow(reading, piece) : takeUnlabelled(reading, piece)
  const { sort, label } = opening
  const place = reading.paragraphs.length
  if (sort === 'mark') {
    if (opening.rest === '') leaveOut(reading.removed, { text: printedLabel(piece), at, page: first.page }, 'bullet')
    const parent = reading.outline.at(-1)?.at ?? reading.top
    return add(reading, { label: '', lines, piece, parent }, reading.outline, reading.top)
  }
  if (sort !== 'part') return add(reading, { label, lines, piece, parent: undefined }, [], place)
  const { parent, outline } = nest(reading.outline, label, place, reading.top)
  add(reading, { label, lines, piece, parent }, outline, reading.top)
}

const addRow = (reading: Reading, piece: Piece) =>
  add(reading, { label: '', lines: piece.lines, piece, parent: undefined }, [], reading.paragraphs.length)

function addHeading(reading: Reading, text: string, piece: Piece) {
  const { at, first } = piece
  const begins = first.section === true || isSectionHeading(text)
  reading.pending.push({ text, at, page: first.page, begins, piece })
  leaveOutMarks(reading.removed, piece)
}

/**
 * Adds text without a label: the rest of a paragraph that a page break interrupted, a heading, the end of the sentence
 * around a list, or an unnumbered paragraph.
 */
function takeUnlabelled(reading: Reading, piece: Piece) {
  const { paragraphs, outline, jointOf } = reading
  const { first, styled, lines } = piece
  const text = shortText(piece)
  const low = startsLow(lines.parts[0] ?? '')
  if (low && piece.afterPage && !styled) takeBackHeading(reading)
  const isTitle = first.heading !== undefined || (styled && text !== '' && !low && !/[.;,]$/.test(text))
  const open = reading.pending.length === 0 && !isTitle ? paragraphs.at(-1) : undefined
  const heading = isTitle || (text !== '' && looksLikeHeading(text))
  if (open && !open.piece.row) {
    const { end } = open.lines
    const isWhole = first.whole && !low
    if (low && outline.length > 0 && /[;.](?:\s(?:and|or|et|ou|y|o|и|или))?$/u.test(end)) {
      return add(reading, { label: '', lines, piece, parent: outline[0]?.parent }, outline, reading.top)
    }
    if (end === '' || low || (!isWhole && !endsItem(end) && !heading) || goesOnOverPage(piece, open.piece)) {
      return addPiece(open.lines, lines, jointOf)
    }
  }
  if (heading) addHeading(reading, text, piece)
  else add(reading, { label: '', lines, piece, parent: undefined }, [], paragraphs.length)
}

/** Makes a paragraph of the last heading, which only seemed to be one because its page ended within a sentence. */
function takeBackHeading(reading: Reading) {
  const last = reading.pending.at(-1)?.piece
  if (!last || last.opening || last.styled || last.first.heading !== undefined || last.first.section) return
  reading.pending.pop()
  add(reading, { label: '', lines: last.lines, piece: last, parent: undefined }, [], reading.paragraphs.length)
}

/** Returns whether a text can end here, or an item of a list: "…; and". */
const endsItem = (text: string) =>
  endsHere(text) || /;\s(?:and|or|et|ou|y|o|и|или)$/u.test(text) || /[.!?。]\s?[(（][^()（）]{1,60}[)）]$/u.test(text)

/** Returns whether a page begins as the lines of a paragraph do and not as its first line. */
function goesOnOverPage({ afterPage, first, styled }: Piece, { first: above, restIndent }: Piece): boolean {
  if (!afterPage || styled || first.indent === undefined || restIndent === undefined || above.indent === undefined)
    return false
  return Math.abs(first.indent - restIndent) < 3 && Math.abs(above.indent - restIndent) > 3
}

/** Adds the lines of one text to another. */
function addPiece(lines: Lines, { parts, marks, unsure }: Lines, jointOf: JointOf) {
  const text = parts.join('')
  addLine(lines, text, jointOf, { marks })
  for (const span of unsure) lines.unsure.push(moved(span, lines.length - text.length))
}

/** Adds a paragraph under the last heading before it. Headings before that one are titles of something else. */
function add(
  reading: Reading,
  paragraph: Omit<OpenParagraph, 'heading' | 'section'>,
  outline: Nesting,
  top: number | undefined,
) {
  const { pending } = reading
  const sort = paragraph.piece.opening?.sort
  const again = sort === 'number' && restarts(paragraph.label, reading.last)
  const flagged = pending.findLastIndex(({ begins }) => begins)
  const begin = flagged === -1 && again ? 0 : flagged
  const section = pending[begin]
  if (section) {
    reading.section = section.text
    reading.last = []
  }
  const heading = pending.at(-1)
  for (const one of pending) if (one !== heading && one !== section) leaveOut(reading.removed, one)
  reading.pending = []
  reading.heading = heading?.text ?? reading.heading
  if (sort === 'number') reading.last = [paragraph.label]
  reading.paragraphs.push({ ...paragraph, heading: reading.heading, section: reading.section })
  reading.outline = outline
  reading.top = top
}

/** Removes labels without text and without parts, which are no paragraphs. */
function finished(reading: Reading): ReadParagraph[] {
  const { paragraphs } = reading
  const parents = new Set(paragraphs.map(({ parent }) => parent))
  const places = new Map<number, number>()
  const kept = paragraphs.filter(({ lines }, place) => {
    return (lines.length > 0 || parents.has(place)) && places.set(place, places.size)
  })
  const headings = new Set(kept.flatMap(({ heading, section }) => [heading, section]))
  for (const [place, { label, lines, heading, section, piece }] of paragraphs.entries()) {
    if (lines.length > 0 || parents.has(place)) continue
    const { at, first } = piece
    for (const text of new Set([section, heading])) {
      if (text !== undefined && !headings.has(text)) leaveOut(reading.removed, { text, at, page: first.page })
      headings.add(text)
    }
    leaveOutMarks(reading.removed, piece)
    const words = piece.row ? first.text : label
    if (words !== '') leaveOut(reading.removed, { text: words, at, page: first.page }, 'empty_label')
  }
  for (const { piece } of kept) leaveOutCells(reading.removed, piece)
  return kept.map(({ label, lines, heading, section, parent, piece: { first, row } }) => {
    const moved = parent === undefined ? undefined : places.get(parent)
    return {
      label,
      ...collected(lines),
      ...(heading !== undefined && { heading }),
      ...(section !== undefined && { section }),
      ...(moved !== undefined && { parent: moved }),
      ...(first.page !== undefined && { page: first.page }),
      ...(row && row.cells.length > 0 && { cells: row.cells }),
    }
  })
}
