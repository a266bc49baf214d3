import type { Readable } from 'node:stream'
import { type ProcessLimits, startLimited } from '@/lib/formats/child/start-limited'
import { type End, watchReader } from '@/lib/formats/child/watch-reader'
import { builtWriter } from './child/build-writer'
import type { WrittenFormat } from './child/written-formats'

/** Why a report was not set in a format. The code has a text in the catalogue. */
export type FormatFailure = 'publication_format_timed_out' | 'publication_format_memory' | 'publication_format_failed'

export type Written<T> = { ok: true; value: T } | { ok: false; code: FormatFailure }

/** What setting one report may take. A PDF of 150 pages takes up to 10 seconds and half a gigabyte, one of 600 four times that. */
export const writerLimits: ProcessLimits = { time: 300_000, memory: 2 * 1024 ** 3, heap: 1024 ** 3 }

type Options = {
  signal: AbortSignal
  /** A folder with further fonts, which need not exist. */
  fonts: string
  limits?: ProcessLimits
}

/**
 * Sets a report in a format, in a process of its own, and hands the file to `take` while it is written. What `take` was
 * handed is whole only if the answer is `ok`. Throws if the signal ends the work, and if `take` throws.
 */
export async function writeFormat<T>(
  content: string,
  format: WrittenFormat,
  { signal, fonts, limits = writerLimits }: Options,
  take: (file: Readable) => Promise<T>,
): Promise<Written<T>> {
  signal.throwIfAborted()
  const { child, input, output } = startLimited(await builtWriter(), [format, fonts], limits)
  const { end, closed } = watchReader(child, limits, signal)
  // A process that stops listening says why by how it ends.
  input.on('error', () => {})
  input.end(content)
  try {
    const value = await take(output)
    const ended = await closed
    signal.throwIfAborted()
    return ended.code === 0 ? { ok: true, value } : { ok: false, code: failureOf(ended) }
  } catch (error) {
    end()
    await closed.catch(() => {})
    throw error
  }
}

const full = new Set<NodeJS.Signals>(['SIGABRT', 'SIGTRAP', 'SIGILL'])

/** Returns why a process wrote no file. V8 and the system abort when memory runs out. */
function failureOf({ refusal, signal }: End): FormatFailure {
  if (refusal === 'file_timed_out' || signal === 'SIGXCPU') return 'publication_format_timed_out'
  return refusal === 'file_memory' || (signal && full.has(signal))
    ? 'publication_format_memory'
    : 'publication_format_failed'
}
