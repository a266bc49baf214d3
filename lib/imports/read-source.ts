import 'server-only'
import { readFile } from '@/lib/formats/read-file'
import { openFile } from '@/lib/platform/file-store'
import type { Reading, Unread } from './reading'

/** A file in the store, or a text. Pasted text has no name. */
export type Source = { storedAs: string | null; text: string | null; name: string }

type Options = { signal: AbortSignal; onProgress: (share: number) => void }

/** The share of the work that is done when a source has been read, before its candidates are found. */
const readShare = 0.6

/** Reads a file of the store. Returns its paragraphs and what was removed, or why it cannot be read. */
export async function readSource({ storedAs, text, name }: Source, options: Options): Promise<Reading | Unread> {
  const { signal, onProgress } = options
  const content = text === null ? await openFile(storedAs ?? '') : new Blob([text]).stream()
  if (!content) return { ok: false, code: 'import_file_lost', params: {} }
  return readFile({ name, content }, { signal, onProgress: (share) => onProgress(share * readShare) })
}
