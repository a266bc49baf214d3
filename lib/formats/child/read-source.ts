import { type Block, blocksOfText } from '@/lib/reading/block'
import { readBlocks } from '@/lib/reading/read-blocks'
import type { ReadParagraph } from '@/lib/reading/read-paragraph'
import type { Removed } from '@/lib/reading/removed'
import { countCharacters, refusesParagraphs } from '../paragraph-limits'
import { type ReadContent, readContent } from '../read-content'
import { RefusedFile } from '../refused-file'
import { pasted } from './pasted'

export type ReadSource = {
  details: ReadContent
  paragraphs: readonly ReadParagraph[]
  removed: readonly Removed[]
}

/** Reads a file, or pasted text. Throws `RefusedFile` if it cannot be read, or cannot become a document. */
export async function readSource(
  content: Buffer,
  name: string,
  progress: (share: number) => void,
): Promise<ReadSource> {
  const blocks: Block[] = []
  const count = countCharacters()
  const write = (block: Block) => {
    count(block.text)
    blocks.push(block)
  }
  const details =
    name === pasted ? readPastedText(content, write) : await readContent(content, name, { write, progress })
  const { paragraphs, removed, whole } = readBlocks(blocks)
  if (!whole) throw new RefusedFile('import_text_long')
  const refusal = refusesParagraphs(paragraphs)
  if (refusal) throw refusal
  return { details, paragraphs, removed }
}

function readPastedText(content: Buffer, write: (block: Block) => void): ReadContent {
  for (const block of blocksOfText(new TextDecoder().decode(content))) write(block)
  return { format: 'pasted' }
}
