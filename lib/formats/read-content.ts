import { type FileFormat, formatOf } from './detect-format'
import { readDocx } from './docx/read-docx'
import { readHtml } from './html/read-html'
import type { FileDetails, Output, Reader } from './output'
import { readPdf } from './pdf/read-pdf'
import { RefusedFile } from './refused-file'
import { readMarkdown } from './text/read-markdown'
import { readText } from './text/read-text'

const readers: Record<FileFormat, Reader> = {
  text: readText,
  markdown: readMarkdown,
  html: readHtml,
  docx: readDocx,
  pdf: readPdf,
}

/** What a source says about itself. Pasted text has no format of a file. */
export type ReadContent = { format: FileFormat | 'pasted' } & FileDetails

/**
 * Reads the content of a file, in whatever format it is. Throws `RefusedFile` if it cannot be read, also if it has no
 * text. Hostile content can take any time and memory, so the product calls this in a process of its own.
 */
export async function readContent(content: Buffer, name: string, output: Output): Promise<ReadContent> {
  const format = await formatOf(content, name)
  let found = false
  const details = await readers[format](content, {
    ...output,
    write(block) {
      found ||= block.text.trim() !== ''
      output.write(block)
    },
  })
  if (!found) throw new RefusedFile('file_without_text')
  return { format, ...details }
}
