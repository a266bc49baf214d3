import { isLabel } from './hanging-labels'
import type { Row } from './rows'

/** Lines of one column are further apart than this, in type sizes. */
const nearest = 0.85

/** Pieces of text in one line overlap by no more than this, in type sizes. */
const mostOverlap = 0.4

/** The least space between two cells of a table, in type sizes, and how far apart the edges of its columns are, in points. */
const cells = { apart: 1.5, sameEdge: 1.5 }

/** How many lines between two that cannot be told apart are as unsure as they are. */
const between = 3

/**
 * Returns the lines whose order cannot be told: lines of other columns stand between them, or texts overlap. A quote from
 * them could join words that do not belong together.
 */
export function unsureIn(rows: readonly Row[]): Set<Row> {
  const found = new Set<Row>()
  let last = Number.NEGATIVE_INFINITY
  for (const [place, row] of rows.entries()) {
    const above = rows[place - 1]
    const isNear = above !== undefined && (isTooNear(above, row) || areCells(above, row))
    if (!isNear && !overlaps(row)) continue
    const from = place - last <= between ? last : isNear ? place - 1 : place
    for (const one of rows.slice(Math.max(0, from), place + 1)) found.add(one)
    last = place
  }
  return found
}

function isTooNear(above: Row, row: Row): boolean {
  const apart = row.y - above.y
  return apart > 0 && apart < nearest * Math.min(above.size, row.size)
}

/** Returns whether two lines have cells of a table below each other, which the reader did not recognise as one. */
function areCells(above: Row, row: Row): boolean {
  const [starts, others] = [above, row].map(cellsIn)
  return others?.some((at) => starts?.some((start) => Math.abs(start - at) <= cells.sameEdge)) ?? false
}

/** Returns where text begins after a wide space. The text after a label is none. */
const cellsIn = ({ items, size }: Row): number[] =>
  items.flatMap((item, place) => {
    const before = items[place - 1]
    return before && item.x - before.end >= cells.apart * size && !(place === 1 && isLabel(before)) ? [item.x] : []
  })

const overlaps = ({ items, size }: Row) =>
  items.some((item, place) => {
    const before = items[place - 1]
    return before !== undefined && before.end - item.x > mostOverlap * size && before.text !== item.text
  })
