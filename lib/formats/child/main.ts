import { readSync, writeSync } from 'node:fs'
import { partsOf } from '@/lib/platform/split-rows'
import { RefusedFile } from '../file-refusals'
import type { SheetMessage } from '../sheet/sheet-messages'
import { readSheetEnding } from '../sheet/sheet-name'
import type { Found, Message } from './messages'
import { readSource } from './read-source'

/*
 * The process that reads one file into paragraphs: the file comes by the standard input, the ending of its name is the
 * only argument, and the answer goes out as one message a line. Whatever reading the file does to this process, it does to no other.
 */

const out = 3
const largestFile = 64 * 1024 * 1024

/** The most characters in one message, roughly, so that no message takes the other side long. */
const inMessage = 50_000

/** Sends a message. Waits while the other side is busy, so that nothing piles up here. */
function send(message: Message | SheetMessage) {
  let rest = Buffer.from(`${JSON.stringify(message)}\n`)
  while (rest.length > 0) rest = rest.subarray(writeSync(out, rest))
}

function readInput(): Buffer {
  const parts: Buffer[] = []
  for (let size = 0; ; ) {
    const part = Buffer.allocUnsafe(1024 * 1024)
    const length = readSync(0, part)
    if (length === 0) return Buffer.concat(parts, size)
    size += length
    if (size > largestFile) throw new RefusedFile('file_too_large', { maximum: largestFile / 1024 ** 2 })
    parts.push(part.subarray(0, length))
  }
}

/** Returns why a file cannot be read. Parsers fail in many ways on a damaged file. */
function refusalOf(error: unknown): Message {
  if (error instanceof RefusedFile) return { refused: error.code, params: error.params }
  const full = error instanceof RangeError && /allocation|array length|string length/i.test(error.message)
  return { refused: full ? 'file_memory' : 'file_unreadable', params: {} }
}

async function read(name: string) {
  const sheet = readSheetEnding(name)
  if (sheet) {
    const { answerSheet } = await import('../sheet/answer-sheet')
    return answerSheet(readInput(), sheet.worksheet, send)
  }
  let last = 0
  const progress = (share: number) => {
    if (share - last < 0.01) return
    last = share
    sendFound({ share })
  }
  const { details, inText, paragraphs, removed } = await readSource(readInput(), name, progress)
  for (const { rows } of partsOf(paragraphs, inMessage, ({ text }) => text.length + 100))
    sendFound({ paragraphs: rows })
  for (const { rows } of partsOf(removed, inMessage, ({ text }) => text.length + 100)) sendFound({ removed: rows })
  send({ read: { ...details, inText } })
}

function sendFound({ paragraphs = [], removed = [], share = 1 }: Partial<Found>) {
  send({ paragraphs, removed, share, memory: process.memoryUsage.rss() })
}

function refuse(error: unknown) {
  send(refusalOf(error))
  process.exit(0)
}

process.on('uncaughtException', refuse)
process.on('unhandledRejection', refuse)
// Packages print their warnings. Nobody reads them.
for (const kind of ['log', 'info', 'warn', 'error', 'debug'] as const) console[kind] = () => {}
read(process.argv[2] ?? '').then(() => process.exit(0), refuse)
