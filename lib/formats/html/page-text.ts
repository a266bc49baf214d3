import { type Block, blocksOfText } from '@/lib/reading/block'
import { paragraphBlocks, withoutMark } from '../paragraph-blocks'
import type { Run } from '../runs'

/** How the next text is marked, by the elements around it. */
export type Marking = { bold: number; raised: number; kept: number; heading?: number; note?: string }

/** The block that is being read: its lines, divided where the page breaks them. */
export type OpenBlock = { lines: Run[][]; label?: string; nested?: boolean }

export const emptyBlock = (): OpenBlock => ({ lines: [[]] })

const space = /[ \t\n\f\r]+/g

/** Adds text to a block. Space is one space, unless its element keeps it. Soft hyphens are not shown. */
export function addText({ lines }: OpenBlock, raw: string, { bold, raised, kept }: Marking) {
  const line = lines.at(-1)
  if (!line) return
  const text = kept ? raw : raw.replaceAll('\u00AD', '').replace(space, ' ')
  const before = line.at(-1)?.text ?? ' '
  const added = !kept && before.endsWith(' ') ? text.replace(/^ /, '') : text
  if (added !== '') line.push({ text: added, bold: bold > 0, raised: raised > 0 })
}

/** Returns what an open block becomes: one paragraph, or its lines if the page breaks them. */
export function blocksFrom({ lines, label, nested }: OpenBlock, { heading, note, kept }: Marking): Block[] {
  if (kept) return blocksOfText(lines.flatMap((line) => line.map(({ text }) => text)).join(''))
  if (note === undefined) {
    const more = { ...(heading !== undefined && { heading }), ...(label !== undefined && { label }) }
    return paragraphBlocks(lines, { ...more, ...(nested && { nested }) })
  }
  const [first, ...others] = paragraphBlocks(lines, { note })
  return first ? [withoutMark(first, note), ...others].filter(({ text }) => text !== '') : []
}
