import type { Readable } from 'node:stream'
import { ZodError } from 'zod'
import type { ReadParagraph } from '@/lib/reading/read-paragraph'
import type { Removed } from '@/lib/reading/removed'
import type { FileRefusal, RefusalParams } from '../file-refusals'
import { linesFrom, OutputTooLong } from './lines-from'
import { Message } from './messages'

/** What a process has said so far. */
export type Answer = {
  paragraphs: ReadParagraph[]
  removed: Removed[]
  read?: Extract<Message, { read: unknown }>['read']
  refused?: { refused: FileRefusal; params: RefusalParams }
}

type Progress = { share: number; memory: number }

/** Collects what a process says. Returns why it must be stopped if it says too much, or what it should not say. */
export async function listen(
  output: Readable,
  limit: number,
  answer: Answer,
  onProgress: (progress: Progress) => void,
): Promise<FileRefusal | undefined> {
  try {
    for await (const line of linesFrom(output, limit)) {
      const message = Message.parse(JSON.parse(line))
      if ('read' in message) answer.read = message.read
      else if ('refused' in message) answer.refused = message
      else {
        answer.paragraphs.push(...message.paragraphs)
        answer.removed.push(...message.removed)
        onProgress(message)
      }
    }
    return undefined
  } catch (error) {
    if (error instanceof OutputTooLong) return 'file_text_too_long'
    if (error instanceof ZodError || error instanceof SyntaxError) return 'file_reader_failed'
    throw error
  }
}
