import 'server-only'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { ReadableStream as NodeStream } from 'node:stream/web'
import { Busboy, type BusboyFileStream } from '@fastify/busboy'
import { isDiskFull } from './database-failure'
import type { ReceivedFile } from './file-place'
import { receiveFile, settleFile } from './file-store'

/** The fields of a form. `whole` says that there are no more of them, and that none was cut. */
export type SentFields = { fields: Record<string, string>; whole: boolean }

/** A request with a multipart form that has not been read yet. `onFields` is called with the fields that were typed. */
export type FormRequest = Pick<Request, 'headers' | 'body' | 'signal'> & { onFields?: (sent: SentFields) => void }

/**
 * A form that was read as a stream. `sentAs` is the name that the sender gave the file, and `cut` says that it was too
 * large. `further` says that the form had further files, of which nothing was read.
 */
type ReceivedForm = SentFields & {
  file?: ReceivedFile & { sentAs: string; cut: boolean; further: boolean }
}

export const isMultipart = ({ headers }: Pick<Request, 'headers'>) =>
  /^multipart\/form-data\b/i.test(headers.get('content-type') ?? '')

/**
 * There is no limit on all parts together: the parser does not listen to the parts beyond it, and an error of such a part
 * would end the process.
 */
const limits = { fields: 30, fieldSize: 150_000, files: 1, headerPairs: 20, headerSize: 8_000 }

/**
 * Reads a form with one file, which goes to the store as it arrives and is cut at `largest` bytes. Returns undefined if
 * this is no complete form. Then, and if the sender leaves or the disk fails, nothing stays in the store.
 */
export async function receiveForm(
  { headers, body, signal, onFields }: FormRequest,
  largest: number,
): Promise<ReceivedForm | undefined> {
  const parser = parserOf(headers, largest)
  if (!parser || !body) return undefined

  const reading = { further: false, stop: new AbortController() }
  const arrivals: ReturnType<typeof received>[] = []
  const sent = fieldsOf(parser)
  parser.on('filesLimit', () => {
    reading.further = true
  })
  parser.on('file', (name, content, sentAs) => {
    content.on('error', ignore)
    // A form in which no file was chosen sends an empty one without a name.
    if (name !== 'file' || !sentAs) return content.resume()
    const arrival = received(content, sentAs, reading.stop.signal)
    arrival.catch((error: Error) => parser.destroy(error))
    arrivals.push(arrival)
    return content
  })
  try {
    await pipeline(Readable.fromWeb(body as NodeStream), parser, { signal })
    const file = await arrivals[0]
    onFields?.(sent())
    return file ? { ...sent(), file: { ...file, further: reading.further } } : sent()
  } catch (error) {
    reading.stop.abort()
    for (const arrival of arrivals) await arrival.then((file) => settleFile(file.name, false)).catch(() => {})
    signal.throwIfAborted()
    if (isDiskFull(error)) throw error
    return undefined
  }
}

/** Collects the fields that a parser reads. Returns a function that returns them. */
export function fieldsOf(parser: Busboy): () => SentFields {
  const fields = new Map<string, string>()
  let whole = true
  parser.on('field', (name, value, _, cut) => {
    fields.set(name, value)
    if (cut) whole = false
  })
  parser.on('fieldsLimit', () => {
    whole = false
  })
  return () => ({ fields: Object.fromEntries(fields), whole })
}

async function received(content: BusboyFileStream, sentAs: string, signal: AbortSignal) {
  const file = await receiveFile(content, signal)
  return { ...file, sentAs, cut: content.truncated }
}

/** The parser can report an error after everything has ended, which nothing else would then listen to. */
export const ignore = () => {}

/** Returns a parser for the form, or undefined if its headers describe none. */
export function parserOf(headers: Headers, largest: number) {
  try {
    const parser = new Busboy({
      headers: { 'content-type': headers.get('content-type') ?? '' },
      limits: { ...limits, fileSize: largest },
    })
    return parser.on('error', ignore)
  } catch {
    return undefined
  }
}

/** Reads what is left of a body and throws it away. */
export async function discardBody({ body, signal }: FormRequest) {
  if (!body || body.locked) return
  await body.pipeTo(new WritableStream(), { signal }).catch(ignore)
}

/**
 * Returns the fields of a form that was refused before it was read, and throws its file away as it arrives. Returns none
 * if the body was read already, or is no form.
 */
export async function readRest(request: FormRequest): Promise<SentFields> {
  const { headers, body, signal } = request
  const parser = body && !body.locked ? parserOf(headers, 0) : undefined
  if (!parser) {
    await discardBody(request)
    return { fields: {}, whole: true }
  }
  const sent = fieldsOf(parser)
  parser.on('file', (_, content) => {
    content.on('error', ignore)
    content.resume()
  })
  await pipeline(Readable.fromWeb(body as NodeStream), parser, { signal }).catch(ignore)
  return sent()
}
