import { blocksOfText } from '@/lib/reading/block'
import { decodeText } from '../decode-text'
import type { Reader } from '../reader-output'

/** Reads a plain text line by line. */
export const readText: Reader = (content, { write }) => {
  for (const block of blocksOfText(decodeText(content))) write(block)
  return {}
}
