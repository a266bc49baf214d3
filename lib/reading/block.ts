import type { Why } from './removed'

/** A line or a whole paragraph of a source, in reading order, as the reader of its format found it. */
export type Block = {
  text: string
  /** Counted from 1. */
  page?: number
  /** The distance from the block above, in heights of a line: 1 is the next line, 2 is one blank line. */
  gap?: number
  /** The type size in points. */
  size?: number
  bold?: boolean
  /** The distance from the left edge of the column, in points. */
  indent?: number
  /** Counted from 0. */
  column?: number
  /** A list label that is not part of `text`, as the format prints it: "1.", "(a)", "•". */
  label?: string
  /** Whether this is a whole paragraph, as in Word, HTML and Markdown, and not a line of one. */
  whole?: boolean
  /** The level of a heading that the format marks as one. */
  heading?: number
  /** A row of a table, each cell with its lines. `text` is the cells, joined by tabs. */
  cells?: string[]
  /** The superscript characters of `text`, in code points. */
  raised?: { start: number; end: number }[]
  /** Begins with a label that stands to the left of the text. */
  hanging?: boolean
  /** Whether words of other lines may be among its own. */
  unsure?: boolean
  /** Whether its label belongs to a list within a paragraph. */
  nested?: boolean
  /** The block is the text of a note with this mark. */
  note?: string
  /** Why the file itself does not show this text, if it does not. */
  why?: Why
}

const lineEnd = /\r\n|[\r\n\v\u2028\u2029]/

/** Returns the lines of a plain text as blocks. A form feed begins a page, in a text that has any. */
export function blocksOfText(text: string): Block[] {
  const blocks: Block[] = []
  const paged = text.includes('\f')
  let gap = 2
  for (const [place, sheet] of text.split('\f').entries()) {
    for (const line of sheet.split(lineEnd)) {
      const bare = line.trim()
      if (bare === '') gap++
      else {
        blocks.push({ text: bare, gap, ...(paged && { page: place + 1 }) })
        gap = 1
      }
    }
  }
  return blocks
}
