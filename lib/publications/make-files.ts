import 'server-only'
import { join } from 'node:path'
import type { Readable } from 'node:stream'
import { config } from '@/lib/platform/config'
import { db } from '@/lib/platform/db'
import type { ReceivedFile } from '@/lib/platform/file-place'
import { placeFile, receiveFile, settleFile } from '@/lib/platform/file-store'
import { keepFile } from '@/lib/platform/keep-file'
import { log } from '@/lib/platform/log'
import { repeat } from '@/lib/platform/repeat-work'
import { conflict, ok } from '@/lib/platform/result'
import { failFile, finishFile, giveFileBack, keepTaken, lease, type TakenFile, takeFile } from './take-file'
import { writeFormat } from './write-format'

/** The pause between two looks for files to set, in milliseconds. */
const interval = 1_000

/** Fonts for further scripts, which whoever runs the instance puts there. */
const fonts = join(config.DATA_DIR, 'fonts')

/** Sets the files of reports until the signal ends it. Any number of processes can do this at the same time. */
export function runFiles(signal: AbortSignal) {
  void repeat({ signal, interval, failure: 'Files of reports could not be made.' }, () => makeFiles(signal))
}

/** Sets the files that wait, one after another, because each may take much memory. */
export async function makeFiles(signal: AbortSignal = new AbortController().signal) {
  while (!signal.aborted) {
    const taken = await takeFile()
    if (!taken) return
    await makeFile(taken, signal)
  }
}

async function makeFile(taken: TakenFile, signal: AbortSignal) {
  const holding = setInterval(() => void keepTaken(taken).catch(() => undefined), lease / 3).unref()
  try {
    await setFile(taken, signal)
  } catch (error) {
    if (signal.aborted) {
      await giveFileBack(taken, 0, { counts: false })
      return
    }
    log.warn({ publication: taken.publicationId, format: taken.format, reason: String(error) }, 'A file failed.')
    await giveFileBack(taken, 10_000 * 2 ** taken.attempts)
  } finally {
    clearInterval(holding)
  }
}

async function setFile(taken: TakenFile, signal: AbortSignal) {
  const { publicationId: id, format } = taken
  const { content } = await db.publication.findUniqueOrThrow({ where: { id }, select: { content: true } })
  const received: { file?: ReceivedFile } = {}
  const forget = async () => {
    if (received.file) await settleFile(received.file.name, false)
  }
  const take = async (output: Readable) => {
    received.file = await receiveFile(output, signal)
    return received.file
  }
  const written = await writeFormat(content ?? '', format, { signal, fonts }, take).catch(async (error: unknown) => {
    await forget()
    throw error
  })
  if (written.ok) return store(taken, written.value)
  await forget()
  return failFile(taken, written.code)
}

const store = (taken: TakenFile, file: ReceivedFile) =>
  keepFile(
    file,
    async () => {
      await placeFile(file)
      return (await finishFile(taken, file)) ? ok(null) : conflict('publication_taken', null)
    },
    async () => (await db.publicationFile.count({ where: { storedAs: file.name } })) > 0,
  )
