import { readContent } from '@/lib/formats/read-content'
import type { Block } from '@/lib/reading/block'

/** Reads a content in this process. */
export async function readInPlace(content: Buffer | string, name = 'file') {
  const blocks: Block[] = []
  const read = await readContent(Buffer.from(content), name, { write: (block) => blocks.push(block), progress() {} })
  return { ...read, blocks }
}

/** Returns the texts that were found, with their labels. */
export const textsOf = ({ blocks }: { blocks: Block[] }) =>
  blocks.map(({ label, note, text }) =>
    [note === undefined ? '' : `${note}: `, label ? `${label} ` : '', text].join(''),
  )
