import type { ReadParagraph } from '@/lib/reading/read-paragraph'
import type { Removed } from '@/lib/reading/removed'
import { type Answer, listen } from './child/listen'
import { type FileToRead, type NotRead, type ReaderOptions, reasonOf, runReader } from './run-reader'

/** What a file contains, or why it was not read. */
export type ReadFile =
  | ({ ok: true; paragraphs: ReadParagraph[]; removed: Removed[] } & NonNullable<Answer['read']>)
  | NotRead

/**
 * Reads the paragraphs of pasted text, or of a document in plain text, Markdown, HTML, Word or PDF. Throws if the signal
 * ends it, and if the content cannot be fetched.
 */
export async function readFile(file: FileToRead, options: ReaderOptions): Promise<ReadFile> {
  const answer: Answer = { paragraphs: [], removed: [] }
  const ended = await runReader(file, options, (output, limit, check) =>
    listen(output, limit, answer, ({ share, memory }) => {
      check(memory)
      options.onProgress?.(share)
    }),
  )
  const { paragraphs, removed, read, refused } = answer
  if (read && !refused && !ended.refusal && ended.code === 0) return { ok: true, paragraphs, removed, ...read }
  return reasonOf(ended, refused)
}
