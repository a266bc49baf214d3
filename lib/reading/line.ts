import type { Block } from './block'
import type { Why } from './removed'

/** A mark of a note that was removed from a text, with its place in UTF-16 units. */
export type Mark = { at: number; mark: string; text?: string }

/** A block on its way into paragraphs. */
export type Line = Omit<Block, 'gap'> & {
  gap: number
  /** Why the line is no part of a paragraph, if it is none. */
  why?: Why
  marks?: Mark[]
  /** The place of its block in the source. */
  order: number
  /** Whether a section begins with this heading. */
  section?: boolean
}

/** Returns the blocks that are shown, without white space around their texts. Drops blocks without text and label. */
export function linesOfBlocks(blocks: readonly Block[]): Line[] {
  const lines: Line[] = []
  for (const [order, { gap = 1, ...block }] of blocks.entries()) {
    const text = block.text.trim()
    if (block.why || (text === '' && !block.label)) continue
    const shift = text === '' ? 0 : block.text.indexOf(text)
    const raised = block.raised?.map(({ start, end }) => ({ start: start - shift, end: end - shift }))
    lines.push({ ...block, text, gap, order, ...(raised && { raised }) })
  }
  return lines
}

/** Returns whether a line stands apart from the line before it: after a gap, on another page or in another column. */
export const standsApart = (line: Line, before: Line | undefined) =>
  before === undefined || line.gap > 1.3 || line.page !== before.page || line.column !== before.column
