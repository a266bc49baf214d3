import type { Block } from './block'
import { furnitureIn } from './furniture'
import { comesAfter, type Opening, openingOf, placesOf } from './labels'
import { addLine, endsHere, type Lines, linesOf, pausesHere, startsLow } from './lines'
import type { Removed } from './removed'

/** A part of a text that begins with a label or after a blank line, with its lines joined. */
export type Piece = { opening: Opening | undefined; lines: Lines }

type Pieces = {
  pieces: Piece[]
  removed: Removed[]
  /** Whether the whole text was read. Reading stops at a number of pieces that no document reaches. */
  whole: boolean
}

/**
 * The largest number of pieces. A document has at most 5,000 paragraphs, but headings and broken paragraphs are pieces
 * too.
 */
const mostPieces = 10_000

/** Splits a text at its labels and at the gaps between its blocks. */
export function piecesOf(blocks: readonly Block[]): Pieces {
  const pieces: Piece[] = []
  const removed: Removed[] = []
  const latest = new Map<Opening['sort'], string>()
  let fresh = true
  for (const { text: line, gap = 1, page } of blocks) {
    if (pieces.length > mostPieces) return { pieces: pieces.slice(0, mostPieces), removed, whole: false }
    fresh ||= gap > 1
    const why = furnitureIn(line)
    if (why) {
      removed.push({ text: line, why, ...(page !== undefined && { page }) })
      fresh = true
      continue
    }
    const opening = openingOf(line)
    const last = pieces.at(-1)
    if (opening && opens(opening, last?.lines.end ?? '', latest.get(opening.sort), fresh)) {
      pieces.push({ opening, lines: linesOf(opening.rest) })
      latest.set(opening.sort, opening.label)
    } else if (!last || fresh) pieces.push({ opening: undefined, lines: linesOf(line) })
    else addLine(last.lines, line)
    fresh = false
  }
  return { pieces, removed, whole: true }
}

/**
 * Returns whether a possible label is one, and not a number or letter at which a line of running text happened to
 * break. `before` is the end of the text before it, and `last` the latest label of its kind.
 */
function opens(opening: Opening, before: string, last: string | undefined, fresh: boolean): boolean {
  if (before === '') return true
  const { sort, label, rest, marked } = opening
  const high = !startsLow(rest)
  if (sort === 'mark') return pausesHere(before) || (fresh && high)
  if (marked) return true
  if (sort === 'named') return (fresh && high) || endsHere(before)
  if (sort === 'number') {
    const next = fresh || last === undefined || comesAfter(label, last)
    const figure = label.includes('.') && !high // "3.5 per cent"
    return !figure && (next || (high && endsHere(before)))
  }
  return pausesHere(before) || (high && (fresh || (last !== undefined && follows(label, last))))
}

function follows(label: string, last: string) {
  const places = placesOf(label)
  return [...placesOf(last)].some(([counting, place]) => places.get(counting) === place + 1)
}
