import { comesAfter, type Opening, openingOf, placesOf } from './labels'
import { endsHere, isFurniture, joinLines, pausesHere, startsLow } from './pasted-lines'

/** A stretch of a pasted text that begins with a label or after a blank line; its lines put together. */
export type Piece = { opening: Opening | undefined; text: string }

type Pieces = { pieces: Piece[]; furniture: string[] }

/** Takes a pasted text apart at its labels and its blank lines. */
export function piecesOf(pasted: string): Pieces {
  const pieces: Piece[] = []
  const furniture: string[] = []
  let fresh = true
  for (const line of pasted.split(/\r\n|[\r\n\f\v\u2028\u2029]/).map((line) => line.trim())) {
    if (isFurniture(line)) furniture.push(line)
    if (line === '' || isFurniture(line)) {
      fresh = true
      continue
    }
    const opening = openingOf(line)
    const last = pieces.at(-1)
    if (opening && opens(opening, pieces, fresh)) pieces.push({ opening, text: opening.rest })
    else if (!last || fresh) pieces.push({ opening: undefined, text: line })
    else last.text = joinLines(last.text, line)
    fresh = false
  }
  return { pieces, furniture }
}

/** Whether what looks like a label is one, and no number or letter at which a running text happened to break. */
function opens(opening: Opening, pieces: Piece[], fresh: boolean): boolean {
  const before = pieces.at(-1)?.text ?? ''
  if (before === '') return true
  const { sort, label, rest, marked } = opening
  const high = !startsLow(rest)
  const last = pieces.findLast((piece) => piece.opening?.sort === sort)?.opening?.label
  if (sort === 'mark') return pausesHere(before) || (fresh && high)
  if (marked) return true
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
