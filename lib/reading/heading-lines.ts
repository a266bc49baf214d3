import { openingOf } from './labels'
import type { Layout } from './layout'
import type { Line } from './line'
import { looksLikeHeading, startsLow } from './lines'

/** A line that the width of the page did not break is shorter than this share of it. */
const short = 0.8

const sentenceEnd = /[.!?。！？][”"’»)\]）]*\d{0,3}$/u

/**
 * Returns the lines that are headings although no gap is around them, as in text copied from a page: short lines between
 * the end of a sentence and the beginning of another.
 */
export function headingLinesIn(lines: readonly Line[], { width }: Layout): Set<Line> {
  const found = new Set<Line>()
  let before: Line | undefined
  for (const [place, line] of lines.entries()) {
    if (line.why) continue
    const after = lines.slice(place + 1, place + 4).find(({ why }) => !why)
    const follows = before === undefined || found.has(before) || sentenceEnd.test(before.text)
    if (follows && after && mayBe(line, width) && !startsLow(after.text)) found.add(line)
    before = line
  }
  return found
}

function mayBe({ text, whole, cells, size, label }: Line, width: number): boolean {
  if (whole || cells || size !== undefined || label || text.length > width * short || !looksLikeHeading(text))
    return false
  const opening = openingOf(text)
  return opening === undefined || opening.sort === 'upper' || (opening.weak && opening.sort === 'number')
}
