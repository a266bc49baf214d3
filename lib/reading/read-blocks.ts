import { type Block, blocksOfText } from './block'
import { markContents } from './contents'
import { markFurniture } from './furniture'
import { headingLinesIn } from './heading-lines'
import { layoutOf } from './layout'
import { leftOutBefore } from './left-out'
import { type Line, linesOfBlocks } from './line'
import { markNotes } from './note-lines'
import { citationsIn, takeMarks } from './note-marks'
import { ownNumbersIn } from './own-numbers'
import { paragraphsOf } from './paragraphs'
import type { ReadParagraph } from './read-paragraph'
import type { Removed } from './removed'
import { joinTitles, markMeetings } from './resolutions'
import { markInterruptions, markRunningHeads } from './running-heads'
import { rowsIn, withCells } from './tables'
import { piecesOf } from './text-pieces'
import { weakLabelsIn } from './weak-labels'
import { wordsOf } from './words'

export type { ReadParagraph } from './read-paragraph'

export type ReadText = {
  paragraphs: ReadParagraph[]
  /** Text that belongs to no paragraph, such as page numbers, or titles without a paragraph after them. */
  removed: Removed[]
  /** Whether the whole text was read. Reading stops beyond the length of the longest document. */
  whole: boolean
}

/** Reads the paragraphs of a pasted text. */
export const readPasted = (text: string) => readBlocks(blocksOfText(text))

/**
 * Reads the paragraphs of a source: numbers, parts and headings. Removes list markers, page numbers and the like, notes
 * with their marks, and the line breaks that came from the width of a page. Does not change any other character.
 */
export function readBlocks(blocks: readonly Block[]): ReadText {
  const found = linesOfBlocks(blocks)
  markMeetings(found)
  const lines = joinTitles(found).map(withCells)
  markContents(lines)
  markRunningHeads(lines)
  const layout = layoutOf(lines)
  const notes = markNotes(lines, layout, citationsIn(lines))
  const headings = headingLinesIn(lines, layout)
  const weak = weakLabelsIn(lines, headings)
  markFurniture(lines, weak)
  if (!lines.some(({ page }) => page !== undefined)) markInterruptions(lines)

  const jointOf = wordsOf(lines.filter(({ why }) => !why))
  takeMarks(lines, notes, jointOf)
  const { rows, heads } = rowsIn(lines, jointOf)
  for (const line of heads) line.why = 'heading'
  const { pieces, whole } = piecesOf(lines, { layout, jointOf, weak, rows, headings })
  return {
    ...paragraphsOf(pieces, ownNumbersIn(pieces), jointOf, [...leftOutBefore(lines, blocks), ...removedIn(lines)]),
    whole,
  }
}

const removedIn = (lines: readonly Line[]) =>
  lines.flatMap(({ text, why, page }, at) => (why ? [{ at, text, why, ...(page !== undefined && { page }) }] : []))
