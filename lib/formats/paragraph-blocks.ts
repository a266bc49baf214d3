import type { Block } from '@/lib/reading/block'
import { joinRuns, type Run } from './runs'

/**
 * Returns the blocks of a paragraph whose lines are divided where its writer broke them. A paragraph without breaks is one
 * block. A label belongs to the first.
 */
export function paragraphBlocks(lines: readonly Run[][], { label, ...more }: Partial<Block>): Block[] {
  const blocks: Block[] = []
  let gap = 2
  for (const line of lines) {
    const joined = joinRuns(line)
    if (joined.text === '') {
      gap++
      continue
    }
    blocks.push({ ...more, ...joined, ...(lines.length > 1 ? { gap } : { whole: true }) })
    gap = 1
  }
  const [first] = blocks
  if (first && label !== undefined) first.label = label
  return blocks
}

/** Removes the mark from the start of a note, with the brackets or the full stop around it. */
export function withoutMark(block: Block, mark: string): Block {
  const start = /^[[(]?/.exec(block.text)?.[0] ?? ''
  if (!block.text.slice(start.length).startsWith(mark)) return block
  const after = /^[\])]?[.:]?(?:\s+|$)/.exec(block.text.slice(start.length + mark.length))
  if (!after) return block
  const cut = start.length + mark.length + after[0].length
  const points = [...block.text.slice(0, cut)].length
  const raised = block.raised
    ?.map(({ start, end }) => ({ start: start - points, end: end - points }))
    .filter(({ start }) => start >= 0)
  const { raised: _, ...rest } = block
  return { ...rest, text: block.text.slice(cut), ...(raised && raised.length > 0 && { raised }) }
}
