import type { Readable } from 'node:stream'
import { ZodError } from 'zod'
import { linesFrom, OutputTooLong } from './child/lines-from'
import { usualLimits } from './child/start-reader'
import type { FileRefusal, RefusalParams } from './file-refusals'
import { type FileToRead, type NotRead, type ReaderOptions, reasonOf, runReader } from './run-reader'
import { SheetMessage, type SheetRow } from './sheet/sheet-messages'
import { sheetName } from './sheet/sheet-name'

/** What a spreadsheet is. A workbook has the names of its worksheets, and the place of the one that was read. */
export type SheetFound = Extract<SheetMessage, { format: unknown }>

export type ReadSheet = ({ ok: true } & SheetFound) | NotRead

type Answer = { found?: SheetFound; refused?: { refused: FileRefusal; params: RefusalParams } }
type OnRows = (rows: SheetRow[], share: number) => Promise<void>

/** Storing the rows takes its time too, for which the process waits. */
const limits = { ...usualLimits, time: 300_000, output: 512 * 1024 ** 2 }

/**
 * Reads the rows of a spreadsheet, and hands them on in parts while it is read. The process that reads waits until a part
 * is stored. Throws if the signal ends it, if the content cannot be fetched, and if the rows cannot be stored.
 */
export async function readSheet(
  { content, worksheet }: { content: ReadableStream<Uint8Array>; worksheet?: number | undefined },
  { signal, onRows }: Pick<ReaderOptions, 'signal'> & { onRows: OnRows },
): Promise<ReadSheet> {
  const answer: Answer = {}
  const file: FileToRead = { name: sheetName(worksheet), content }
  const ended = await runReader(file, { signal, limits }, (output, limit, check) =>
    listenToSheet(output, limit, answer, async ({ rows, share, memory }) => {
      check(memory)
      await onRows(rows, share)
    }),
  )
  const { found, refused } = answer
  if (found && !refused && !ended.refusal && ended.code === 0) return { ok: true, ...found }
  return reasonOf(ended, refused)
}

type Rows = Extract<SheetMessage, { rows: unknown }>

async function listenToSheet(
  output: Readable,
  limit: number,
  answer: Answer,
  onRows: (message: Rows) => Promise<void>,
): Promise<FileRefusal | undefined> {
  for await (const line of heard(output, limit)) {
    if (typeof line !== 'object') return line
    if ('rows' in line) await onRows(line)
    else if ('refused' in line) answer.refused = line
    else answer.found = line
  }
  return undefined
}

/** Yields the messages of a process, or why it must be stopped. */
async function* heard(output: Readable, limit: number): AsyncGenerator<SheetMessage | FileRefusal> {
  try {
    for await (const line of linesFrom(output, limit)) yield SheetMessage.parse(JSON.parse(line))
  } catch (error) {
    if (error instanceof OutputTooLong) yield 'file_text_too_long'
    else if (error instanceof ZodError || error instanceof SyntaxError) yield 'file_reader_failed'
    else throw error
  }
}
