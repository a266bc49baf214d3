import { endsSentence, type HeadingLines } from './heading-lines'
import { type Opening, openingOf } from './labels'
import { isSetDifferently, isStyled, type Layout } from './layout'
import { type Line, type Mark, standsApart } from './line'
import { addLine, endsHere, type Lines, linesOf, startsLow } from './lines'
import { openingIn } from './openings'
import type { Row } from './tables'
import type { JointOf } from './words'
import { isEnded } from './wrapped-lines'

/** A part of a text that begins with a label or after a gap, with its lines joined. */
export type Piece = {
  opening: Opening | undefined
  lines: Lines
  /** The first line, and its place among all lines. */
  first: Line
  at: number
  /** Whether the text above it was interrupted by the end of a page, and not by a gap. */
  afterPage: boolean
  styled: boolean
  /** The indent of its second line. */
  restIndent?: number
  row?: Row
}

/** Returns the label of a piece as it is printed, with its full stop. */
export const printedLabel = ({ first, opening }: Piece) =>
  first.label ?? first.text.slice(0, first.text.length - (opening?.rest.length ?? 0)).trim()

/** Returns the text of a piece, or nothing if it is longer than a heading. */
export const shortText = ({ lines }: Piece) => (lines.length <= 300 ? lines.parts.join('') : '')

/** What the lines of a source have shown so far. */
type Known = {
  layout: Layout
  jointOf: JointOf
  weak: ReadonlySet<Line>
  rows: ReadonlyMap<Line, Row>
  /** Headings without a gap around them. */
  headings: HeadingLines
}

type Progress = Known & {
  pieces: Piece[]
  latest: Map<Opening['sort'], string[]>
  before: Line | undefined
}

/**
 * The largest number of pieces. A document has at most 20,000 paragraphs, but headings and broken paragraphs are pieces
 * too.
 */
const mostPieces = 40_000

/**
 * Splits the lines at their labels and at the gaps between them. `whole` is false if the text has more pieces than any
 * document.
 */
export function piecesOf(lines: readonly Line[], known: Known): { pieces: Piece[]; whole: boolean } {
  const progress: Progress = { ...known, pieces: [], latest: new Map(), before: undefined }
  let removed = false
  for (const [at, line] of lines.entries()) {
    if (progress.pieces.length > mostPieces) return { pieces: progress.pieces.slice(0, mostPieces), whole: false }
    if (line.why) removed = true
    else {
      take(progress, line, at, removed)
      progress.before = line
      removed = false
    }
  }
  return { pieces: progress.pieces, whole: true }
}

function take(progress: Progress, line: Line, at: number, removed: boolean) {
  const { pieces, layout, rows, headings, before } = progress
  const last = pieces.at(-1)
  const turned = removed || before === undefined || before.page !== line.page || before.column !== line.column
  const set =
    line.whole === true ||
    before?.whole === true ||
    beginsStyle(line, progress) ||
    headings.firsts.has(line) ||
    (before !== undefined && (headings.lasts.has(before) || endsParagraph(before, line, layout)))
  const fresh = turned || set || line.gap > layout.gap || isIndented(line, progress)
  const place = { first: line, at, afterPage: turned && !set, styled: isStyled(line, layout) }
  if (line.section) progress.latest.clear()
  const row = rows.get(line)
  if (row) return addRow(pieces, row, place)
  const opening = openingIn(line, progress, last, fresh)
  if (opening) return open(progress, opening, line, place)
  if (!last || fresh || last.row || endsHeading(last, line, layout)) {
    pieces.push({ opening: undefined, lines: linesOf(line.text, line), ...place })
  } else {
    addLine(last.lines, line.text, progress.jointOf, line)
    if (line.indent !== undefined) last.restIndent ??= line.indent
  }
}

function addRow(pieces: Piece[], row: Row, place: Pick<Piece, 'first' | 'at' | 'afterPage' | 'styled'>) {
  const { label, text } = row
  const lines = linesOf(text, { unsure: place.first.unsure ?? false })
  lines.unsure.push(...row.unsure)
  const sort = label === '' ? undefined : (openingOf(`${label} `)?.sort ?? 'number')
  const opening = sort && { sort, label, rest: text, marked: false, weak: false }
  pieces.push({ opening, lines, row, ...place, styled: false })
}

/** Adds a piece that begins with a label. Two labels on one line, as in "16. (a) States", are two pieces. */
function open(
  progress: Progress,
  opening: Opening,
  line: Line,
  place: Pick<Piece, 'first' | 'at' | 'afterPage' | 'styled'>,
) {
  const { pieces, latest } = progress
  latest.set(opening.sort, [opening.label, ...(latest.get(opening.sort) ?? [])].slice(0, 5))
  const inner = opening.sort === 'number' ? openingOf(opening.rest) : undefined
  if (inner?.sort === 'part' && !inner.weak && !inner.marked && !startsLow(inner.rest)) {
    pieces.push({ opening, lines: linesOf(''), ...place })
    return open(progress, inner, line, place)
  }
  const cutOff = line.text.length - opening.rest.length
  const marks = line.marks?.map((mark: Mark) => ({ ...mark, at: Math.max(0, mark.at - cutOff) }))
  pieces.push({ opening, lines: linesOf(opening.rest, { ...line, marks: marks ?? [] }), ...place })
}

/** Returns whether a line of a plain text ends a paragraph: it ends a sentence although the next word would have fitted. */
const endsParagraph = (before: Line, line: Line, { wrap }: Layout) =>
  wrap !== undefined &&
  (endsHere(before.text) || endsSentence(before.text)) &&
  !startsLow(line.text) &&
  isEnded(before, line, wrap)

/** Returns whether a line begins in another style, and does not go on with a sentence. */
const beginsStyle = (line: Line, { before, layout }: Progress) =>
  before !== undefined && isSetDifferently(line, before, layout) && !(startsLow(line.text) && !endsHere(before.text))

/** Returns whether a line is indented as the first line of a paragraph is, after the end of a sentence. */
function isIndented(line: Line, { before, layout, pieces }: Progress): boolean {
  if (line.indent === undefined || before?.indent === undefined || !endsHere(before.text)) return false
  if (pieces.at(-1)?.first === before)
    return line.indent < before.indent - 4 ? false : isFirstIndent(line, layout, before)
  return line.indent > before.indent + 4
}

/** After a single line, an indent is that of a first line only if that line had it too, or is not hanging. */
const isFirstIndent = (line: Line, { indent = 0 }: Layout, before: Line) =>
  line.indent !== undefined &&
  line.indent > indent + 4 &&
  Math.abs(line.indent - (before.indent ?? 0)) < 2 &&
  !openingOf(before.text)

const small =
  /(?:^|[\s(])(?:a|an|and|as|at|by|de|des|del|du|en|et|for|from|in|la|le|les|of|on|or|the|to|with|y|и|в|на|по|о)$|[,;–—-]$/iu

/**
 * Returns whether a heading ends before a line: it is no longer than a line that the width of the page did not break,
 * and the line begins with a capital.
 */
function endsHeading({ opening, lines, first, styled }: Piece, line: Line, { width }: Layout): boolean {
  if (opening || styled || endsHere(lines.end) || small.test(lines.end) || !/^["“«]?\p{Lu}/u.test(line.text))
    return false
  const [word = ''] = line.text.split(/\s/, 1)
  return (
    lines.length === first.text.length && lines.length + 1 + word.length <= width * 0.9 && !standsApart(line, first)
  )
}
