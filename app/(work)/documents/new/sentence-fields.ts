import 'server-only'
import { createHash } from 'node:crypto'

type Sentence = { place: number; start: number; quote: string }

/**
 * A sentence by its paragraph's place, from 0, where in it it begins, and its words: a page from before the text was changed
 * names no other sentence by it.
 */
export const sentenceId = ({ place, start, quote }: Sentence) =>
  `${place}-${start}-${createHash('sha256').update(quote).digest('base64url').slice(0, 6)}`

/** The name of its field: of its title, its kind. */
export const fieldOf = (part: 'title' | 'kind', sentence: Sentence) => `${part}-${sentenceId(sentence)}`
