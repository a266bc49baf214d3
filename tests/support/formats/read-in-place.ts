import { readContent } from '@/lib/formats/read-content'
import type { Block } from '@/lib/reading/block'

/** Reads a content in this process: its blocks without those that it does not show. */
export async function readInPlace(content: Buffer | string, name = 'file') {
  const blocks: Block[] = []
  const write = (block: Block) => {
    if (!block.why) blocks.push(block)
  }
  return { ...(await readContent(Buffer.from(content), name, { write, progress() {} })), blocks }
}

/** Returns what a content does not show, each text with the reason. */
export async function leftOutOf(content: Buffer | string, name = 'file') {
  const leftOut: string[] = []
  const write = ({ why, text }: Block) => {
    if (why) leftOut.push(`${why}: ${text}`)
  }
  await readContent(Buffer.from(content), name, { write, progress() {} })
  return leftOut
}

/** Returns the texts that were found, with their labels. */
export const textsOf = ({ blocks }: { blocks: Block[] }) =>
  blocks.map(({ label, note, text }) =>
    [note === undefined ? '' : `${note}: `, label ? `${label} ` : '', text].join(''),
  )
