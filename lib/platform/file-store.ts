import 'server-only'
import { createHash, randomUUID } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { mkdir, readdir, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type Readable, Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { fileBucket } from './bucket'
import { config } from './config'
import { fileFolder } from './file-folder'
import type { Content, ReceivedFile } from './file-place'

/*
 * Files that people send, under generated names: in the bucket of `STORAGE_URL`, or else in the folder `files` of the
 * data folder. A file first arrives in `incoming`. It stays there, beside its final place, until the row that names it is
 * committed. What is left in `incoming` after a crash therefore shows what has to be looked at, and nothing else is ever
 * removed.
 */

const folder = join(config.DATA_DIR, 'files')
const incoming = join(folder, 'incoming')

const arriving = (name: string) => join(incoming, name)
const keyOf = (name: string) => `${name.slice(0, 2)}/${name}`

const bucket = config.STORAGE_URL === undefined ? undefined : fileBucket(config.STORAGE_URL)
const place = bucket ?? fileFolder(folder)

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
  const file = createWriteStream(path, { flags: 'wx', mode: 0o600, flush: true })
  try {
    await pipeline(content, measure, file, { signal })
  } catch (error) {
    // A file that was still being opened would appear after it was removed.
    if (!file.closed) await new Promise<void>((resolve) => file.once('close', () => resolve()))
    await rm(path, { force: true })
    throw error
  }
  return { name, path, bytes, sha256: hash.digest('hex') }
}

/** Puts a received file in its final place. Call `settleFile` once it is certain whether a row names it. */
export const placeFile = (file: ReceivedFile) => place.put(keyOf(file.name), file)

/** Ends the arrival of a file. One that is not kept is removed. */
export async function settleFile(name: string, kept: boolean) {
  if (!kept) await place.remove(keyOf(name))
  await rm(arriving(name), { force: true })
}

/**
 * Announces that a file will be removed once the change that takes it from its row is committed. `settleFile` then
 * removes it, after a crash in between at the next start.
 */
export async function prepareRemoval(name: string) {
  await mkdir(incoming, { recursive: true, mode: 0o700 })
  await writeFile(arriving(name), '', { mode: 0o600 })
}

/** Returns why files cannot be reached at the moment, or undefined if they can. */
export const refusesFiles = async (): Promise<string | undefined> =>
  bucket?.check().then(
    () => undefined,
    (error: Error) => error.message,
  )

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

/** Returns the content of a file as a stream, or undefined if it is not there. */
export const openFile = (name: string): Promise<Content | undefined> => place.open(keyOf(name))
