import { type Block, blocksOfText } from '@/lib/reading/block'
import { startsLow } from '@/lib/reading/lines'
import { type ReadText, readBlocks } from '@/lib/reading/read-blocks'
import type { ReadParagraph } from '@/lib/reading/read-paragraph'
import type { Removed } from '@/lib/reading/removed'
import { contradicts } from '@/lib/suggestions/language-of'
import { type TextDetails, textDetails } from '@/lib/suggestions/text-details'
import { RefusedFile } from '../file-refusals'
import { countCharacters, refusesParagraphs } from '../paragraph-limits'
import type { ReadContent } from '../read-content'
import type { Output } from '../reader-output'
import { pasted } from './pasted'

export type ReadSource = {
  details: ReadContent
  /** What the text itself says. */
  inText: TextDetails
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
  const details = name === pasted ? readPastedText(content, write) : await readNamed(content, name, { write, progress })
  const read = readBlocks(blocks)
  const { paragraphs, removed, whole } = name === pasted ? withLinesAsParagraphs(read, blocks) : read
  if (!whole) throw new RefusedFile('import_text_long')
  const refusal = refusesParagraphs(paragraphs)
  if (refusal) throw refusal
  const inText = textDetails(blocks, paragraphs)
  if (details.language !== undefined && contradicts(details.language, inText.language)) delete details.language
  return { details, inText, paragraphs, removed }
}

/**
 * Returns headings as paragraphs where nothing else was found: nobody pastes headings alone. Lines are paragraphs of
 * their own if all of them begin as sentences do.
 */
function withLinesAsParagraphs(read: ReadText, blocks: readonly Block[]): ReadText {
  if (read.paragraphs.length > 0) return read
  const headings = read.removed.filter(({ why }) => why === 'heading')
  const apart = headings.length === read.removed.length && !blocks.some(({ text }) => startsLow(text))
  const paragraphs = (apart ? blocks : headings).map(({ text, page }) => ({
    label: '',
    text,
    ...(page !== undefined && { page }),
  }))
  return { ...read, paragraphs, removed: read.removed.filter(({ why }) => why !== 'heading') }
}

function readPastedText(content: Buffer, write: (block: Block) => void): ReadContent {
  for (const block of blocksOfText(new TextDecoder().decode(content))) write(block)
  return { format: 'pasted' }
}

/** Pasted text loads no formats. */
async function readNamed(content: Buffer, name: string, output: Output): Promise<ReadContent> {
  const { readContent } = await import('../read-content')
  return readContent(content, name, output)
}
