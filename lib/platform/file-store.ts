import 'server-only'
import { createHash, randomUUID } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { link, mkdir, open, readdir, rm, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { type Readable, Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { config } from './config'

/*
 * Files that people send, under generated names in the folder `files` of the data folder. A file first arrives in
 * `incoming`. It stays there, beside its final place, until the row that names it is committed. What is left in
 * `incoming` after a crash therefore shows what has to be looked at, and nothing else is ever removed.
 */

const folder = join(config.DATA_DIR, 'files')
const incoming = join(folder, 'incoming')

const arriving = (name: string) => join(incoming, name)
const place = (name: string) => join(folder, name.slice(0, 2), name)

/** A file that has arrived, and is not yet part of anything. */
export type ReceivedFile = { name: string; path: string; bytes: number; sha256: string }

/** Writes a stream to a file under a new name, and hashes it. Leaves nothing behind if the stream or the disk fails. */
export async function receiveFile(content: Readable, signal: AbortSignal): Promise<ReceivedFile> {
  const name = randomUUID()
  const path = arriving(name)
  const hash = createHash('sha256')
  let bytes = 0
  const measure = new Transform({
    transform(chunk: Buffer, _, done) {
      hash.update(chunk)
      bytes += chunk.length
      done(null, chunk)
    },
  })
  await mkdir(incoming, { recursive: true, mode: 0o700 })
  try {
    await pipeline(content, measure, createWriteStream(path, { flags: 'wx', mode: 0o600, flush: true }), { signal })
  } catch (error) {
    await rm(path, { force: true })
    throw error
  }
  return { name, path, bytes, sha256: hash.digest('hex') }
}

/** Puts a received file in its final place. Call `settleFile` once it is certain whether a row names it. */
export async function placeFile(name: string) {
  await mkdir(dirname(place(name)), { recursive: true, mode: 0o700 })
  await link(arriving(name), place(name))
}

/** Ends the arrival of a file. One that is not kept is removed. */
export async function settleFile(name: string, kept: boolean) {
  if (!kept) await rm(place(name), { force: true })
  await rm(arriving(name), { force: true })
}

/** Returns the names of files whose arrival did not end, and that nothing has written to for some milliseconds. */
export async function unsettledFiles(idle: number): Promise<string[]> {
  const names = await readdir(incoming).catch(() => [])
  const still = await Promise.all(
    names.map(async (name) => {
      const { mtimeMs } = await stat(arriving(name)).catch(() => ({ mtimeMs: Number.POSITIVE_INFINITY }))
      return Date.now() - mtimeMs > idle ? name : []
    }),
  )
  return still.flat()
}

const chunk = 64 * 1024

/**
 * Returns the content of a file as a stream, or undefined if it is not there. The file is opened when the reader asks
 * for the first part, so a stream that nobody reads costs nothing.
 */
export async function openFile(name: string): Promise<ReadableStream<Uint8Array<ArrayBuffer>> | undefined> {
  const path = place(name)
  if (!(await stat(path).catch(() => undefined))) return undefined
  const opened: { file?: Awaited<ReturnType<typeof open>> } = {}
  const close = async () => opened.file?.close()
  return new ReadableStream(
    {
      async pull(reader) {
        opened.file ??= await open(path)
        const { bytesRead, buffer } = await opened.file.read(new Uint8Array(chunk), 0, chunk)
        if (bytesRead > 0) return reader.enqueue(buffer.subarray(0, bytesRead))
        await close()
        reader.close()
      },
      cancel: close,
    },
    { highWaterMark: 0 },
  )
}
