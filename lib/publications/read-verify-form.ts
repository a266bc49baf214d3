import 'server-only'
import { createHash } from 'node:crypto'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { ReadableStream as NodeStream } from 'node:stream/web'
import { type FormRequest, fieldsOf, ignore, parserOf } from '@/lib/platform/receive-form'

/** The largest file that is read, in bytes. The register issues none that is larger. */
const largest = 200 * 1024 * 1024

/** The code of a report as its files print it. */
const printed = /(?<![0-9A-Z-])[0-9A-HJKMNP-TV-Z]{4}(?:-[0-9A-HJKMNP-TV-Z]{4}){3}(?![0-9A-Z-])/

/** The length of a printed code with a letter before and after it. */
const longest = 21

/**
 * Reads the form of `/verify`: the code that was typed and, of a file, its SHA-256 and the first code in its text. Keeps
 * nothing of the file. Returns nothing for a body that is no complete form.
 */
export async function readVerifyForm({
  headers,
  body,
  signal,
}: FormRequest): Promise<{ code?: string; sha256?: string }> {
  const parser = parserOf(headers, largest)
  if (!parser || !body) return {}
  const sent = fieldsOf(parser)
  const hash = createHash('sha256')
  const file = { there: false, tail: '', code: undefined as string | undefined }
  parser.on('file', (_, content, sentAs) => {
    content.on('error', ignore)
    content.on('data', (part: Buffer) => {
      if (!sentAs) return
      file.there = true
      hash.update(part)
      if (file.code !== undefined) return
      const text = file.tail + part.toString('latin1')
      file.code = printed.exec(text)?.[0]
      file.tail = text.slice(-longest)
    })
  })
  try {
    await pipeline(Readable.fromWeb(body as NodeStream), parser, { signal })
  } catch {
    signal.throwIfAborted()
    return {}
  }
  const typed = sent().fields.code?.trim().slice(0, 100)
  const code = typed || file.code
  return { ...(code && { code }), ...(file.there && { sha256: hash.digest('hex') }) }
}
