import { createHash } from 'node:crypto'
import type { PublicationContent } from './content'
import { formats, type PublicationFormat } from './formats'

/** Returns the SHA-256 of the file of a report in a format. */
export async function hashOf(format: PublicationFormat, given: { content: PublicationContent; text: string }) {
  const hash = createHash('sha256')
  for await (const part of formats[format].parts(given)) hash.update(part)
  return hash.digest('hex')
}
