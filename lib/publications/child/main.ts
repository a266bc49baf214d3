import { readFileSync, writeSync } from 'node:fs'
import { PublicationContent } from '../content'
import { isWrittenFormat, type WrittenFormat } from './written-formats'

/*
 * The process that sets one publication in one format: the content comes by the standard input as JSON, the format and the
 * folder of further fonts are the arguments, and the file goes out by the third pipe. It keeps its memory, and works without
 * a pause, so it is a process of its own.
 */

const out = 3

const [, , format = '', fonts = ''] = process.argv

/** Loads a format only if it is asked for, because each has a large package. */
const writers: Record<WrittenFormat, (content: PublicationContent) => Promise<Uint8Array>> = {
  pdf: async (content) => (await import('../pdf/write-pdf')).writePdf(content, fonts),
  docx: async (content) => (await import('../word/write-docx')).writeDocx(content),
}

async function write() {
  if (!isWrittenFormat(format)) throw new Error(`There is no format ${format}.`)
  const content = PublicationContent.parse(JSON.parse(readFileSync(0, 'utf8')))
  let rest = await writers[format](content)
  while (rest.length > 0) rest = rest.subarray(writeSync(out, rest))
}

// Packages print their warnings. Nobody reads them.
for (const kind of ['log', 'info', 'warn', 'error', 'debug'] as const) console[kind] = () => {}
write().then(
  () => process.exit(0),
  () => process.exit(1),
)
