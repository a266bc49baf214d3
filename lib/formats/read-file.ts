import { createReadStream } from 'node:fs'
import { Readable } from 'node:stream'
import type { ReadableStream as NodeStream } from 'node:stream/web'
import type { ReadParagraph } from '@/lib/reading/read-paragraph'
import type { Removed } from '@/lib/reading/removed'
import { feed } from './child/feed'
import { type Answer, listen } from './child/listen'
import { type Limits, startReader, usualLimits } from './child/start-reader'
import { type End, watchReader } from './child/watch-reader'
import type { ReadContent } from './read-content'
import type { FileRefusal, RefusalParams } from './refused-file'

/** A file to read: where it is, or its content, and the name that its sender gave it. Pasted text has no name. */
export type FileToRead = { name: string } & ({ path: string } | { content: ReadableStream<Uint8Array> })

/** What a file contains, or why it was not read. The code has a text in the catalogue. */
export type ReadFile =
  | ({ ok: true; paragraphs: ReadParagraph[]; removed: Removed[] } & ReadContent)
  | { ok: false; code: FileRefusal; params: RefusalParams }

type Options = { signal: AbortSignal; onProgress?: (share: number) => void; limits?: Limits }

/**
 * Reads the paragraphs of pasted text, or of a document in plain text, Markdown, HTML, Word or PDF. Does so in a process
 * of its own, so that hostile content harms nothing else and a long text delays nothing. Throws if the signal ends it, and if the content cannot be fetched.
 */
export async function readFile(file: FileToRead, options: Options): Promise<ReadFile> {
  const { signal, onProgress, limits = usualLimits } = options
  signal.throwIfAborted()
  const { child, input, output } = await startReader(file.name, limits)
  const source = 'path' in file ? createReadStream(file.path) : Readable.fromWeb(file.content as NodeStream)
  const { end, check, closed } = watchReader(child, limits, signal)

  const failed: { error?: Error } = {}
  const fed = feed(source, input).then((error) => {
    if (!error) return
    failed.error = error
    end()
  })
  const answer: Answer = { paragraphs: [], removed: [] }
  try {
    const refusal = await listen(output, limits.output, answer, ({ share, memory }) => {
      check(memory)
      onProgress?.(share)
    })
    if (refusal) end(refusal)
  } catch (error) {
    end()
    throw error
  }
  const ended = await closed
  source.destroy()
  await fed
  signal.throwIfAborted()
  if (failed.error) throw failed.error
  return outcomeOf(answer, ended)
}

const full = new Set<NodeJS.Signals>(['SIGABRT', 'SIGTRAP', 'SIGILL'])

/** Returns what a process found, if it ended well. Otherwise returns why it did not: V8 aborts when memory runs out. */
function outcomeOf({ paragraphs, removed, read, refused }: Answer, { refusal, code, signal }: End): ReadFile {
  if (refusal) return { ok: false, code: refusal, params: {} }
  if (refused) return { ok: false, code: refused.refused, params: refused.params }
  if (read && code === 0) return { ok: true, paragraphs, removed, ...read }
  if (signal === 'SIGXCPU') return { ok: false, code: 'file_timed_out', params: {} }
  return { ok: false, code: signal && full.has(signal) ? 'file_memory' : 'file_reader_failed', params: {} }
}
