import { type FileFormat, formatOf } from './detect-format'
import { RefusedFile } from './file-refusals'
import type { FileDetails, Output, Reader } from './reader-output'

/** Only the format that a file has is loaded. */
const readers: Record<FileFormat, () => Promise<Reader>> = {
  text: async () => (await import('./text/read-text')).readText,
  markdown: async () => (await import('./text/read-markdown')).readMarkdown,
  html: async () => (await import('./html/read-html')).readHtml,
  docx: async () => (await import('./docx/read-docx')).readDocx,
  pdf: async () => (await import('./pdf/read-pdf')).readPdf,
}

/** What a source says about itself. Pasted text has no format of a file. */
export type ReadContent = { format: FileFormat | 'pasted' } & FileDetails

/**
 * Reads the content of a file, in whatever format it is. Throws `RefusedFile` if it cannot be read, also if it has no
 * text. Hostile content can take any time and memory, so the product calls this in a process of its own.
 */
export async function readContent(content: Buffer, name: string, output: Output): Promise<ReadContent> {
  const format = await formatOf(content, name)
  const read = await readers[format]()
  let found = false
  const details = await read(content, {
    ...output,
    write(block) {
      found ||= !block.why && block.text.trim() !== ''
      output.write(block)
    },
  })
  if (!found) throw new RefusedFile('file_without_text')
  return { format, ...details }
}
