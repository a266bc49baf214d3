import type { Block } from '@/lib/reading/block'

/** Returns a row of a table as one block. Its text is the cells, joined by tabs, and keeps its superscripts. */
export function rowBlock(cells: readonly (readonly Block[])[], more: Partial<Block> = {}): Block {
  const texts = cells.map((blocks) => blocks.map(textIn).join(' '))
  const raised: { start: number; end: number }[] = []
  let at = 0
  for (const blocks of cells) {
    for (const block of blocks) {
      const shift = at + lengthOf(textIn(block)) - lengthOf(block.text)
      for (const { start, end } of block.raised ?? []) raised.push({ start: start + shift, end: end + shift })
      at += lengthOf(textIn(block)) + 1
    }
    if (blocks.length === 0) at++
  }
  return { ...more, text: texts.join('\t'), cells: texts, whole: true, ...(raised.length > 0 && { raised }) }
}

const textIn = ({ label, text }: Block) => (label === undefined || label === '' ? text : `${label} ${text}`.trim())
const lengthOf = (text: string) => [...text].length
