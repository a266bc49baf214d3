import { createReadStream } from 'node:fs'
import { Readable } from 'node:stream'
import type { ReadableStream as NodeStream } from 'node:stream/web'
import { feed } from './child/feed'
import { type Limits, startReader, usualLimits } from './child/start-reader'
import { type End, watchReader } from './child/watch-reader'
import type { FileRefusal, RefusalParams } from './file-refusals'

/** A file to read: where it is, or its content, and the name that its sender gave it. Pasted text has no name. */
export type FileToRead = { name: string } & ({ path: string } | { content: ReadableStream<Uint8Array> })

/** Why a file was not read. The code has a text in the catalogue. */
export type NotRead = { ok: false; code: FileRefusal; params: RefusalParams }

export type ReaderOptions = { signal: AbortSignal; onProgress?: (share: number) => void; limits?: Limits }

/** Listens to a process. Returns why it must be stopped, if it must. `check` is told how much memory it says it uses. */
type Hear = (output: Readable, limit: number, check: (memory: number) => void) => Promise<FileRefusal | undefined>

/**
 * Reads a file in a process of its own, so that hostile content harms nothing else and a long text delays nothing. Returns
 * how the process ended. Throws if the signal ends it, if the content cannot be fetched, and if listening fails.
 */
export async function runReader(file: FileToRead, options: ReaderOptions, hear: Hear): Promise<End> {
  const { signal, limits = usualLimits } = options
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
  try {
    const refusal = await hear(output, limits.output, check)
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
  return ended
}

const full = new Set<NodeJS.Signals>(['SIGABRT', 'SIGTRAP', 'SIGILL'])

type Refused = { refused: FileRefusal; params: RefusalParams }

/** Returns why a process found nothing: what it said, or how it ended. V8 aborts when memory runs out. */
export function reasonOf({ refusal, signal }: End, refused: Refused | undefined): NotRead {
  if (refusal) return { ok: false, code: refusal, params: {} }
  if (refused) return { ok: false, code: refused.refused, params: refused.params }
  if (signal === 'SIGXCPU') return { ok: false, code: 'file_timed_out', params: {} }
  return { ok: false, code: signal && full.has(signal) ? 'file_memory' : 'file_reader_failed', params: {} }
}
