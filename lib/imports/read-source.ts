import 'server-only'
import { text } from 'node:stream/consumers'
import { readFile } from '@/lib/formats/read-file'
import { openFile } from '@/lib/platform/file-store'
import { takeTurns } from '@/lib/platform/take-turns'
import { blocksOfText } from '@/lib/reading/block'
import { readBlocks } from '@/lib/reading/read-blocks'
import type { Reading, Unread } from './reading'

/** A file in the store. Pasted text has no name. */
export type Source = { storedAs: string; name: string }

type Options = { signal: AbortSignal; onProgress: (share: number) => void }

/** The share of the work that is done when a file has been read, before its paragraphs are found. */
const readShare = 0.6

/** Reads a file of the store. Returns its paragraphs and what was removed, or why it cannot be read. */
export async function readSource({ storedAs, name }: Source, options: Options): Promise<Reading | Unread> {
  const { signal, onProgress } = options
  const content = await openFile(storedAs)
  if (!content) return { ok: false, code: 'import_file_lost', params: {} }
  const found =
    name === ''
      ? ({ ok: true, format: 'pasted', blocks: blocksOfText(await text(content)) } as const)
      : await readFile({ name, content }, { signal, onProgress: (share) => onProgress(share * readShare) })
  if (!found.ok) return found

  await takeTurns()
  const { blocks, ...about } = found
  const { paragraphs, removed, whole } = readBlocks(blocks)
  return whole ? { ...about, paragraphs, removed } : { ok: false, code: 'import_text_long', params: {} }
}
