import 'server-only'
import { createHash } from 'node:crypto'

type Sentence = { place: number; start: number; quote: string }

/**
 * Returns an ID from the place of the sentence's paragraph (counted from 0), its start and its words. A page from
 * before a change of the text therefore never identifies another sentence.
 */
export const sentenceId = ({ place, start, quote }: Sentence) =>
  `${place}-${start}-${createHash('sha256').update(quote).digest('base64url').slice(0, 6)}`

/** Returns the titles of the selected sentences in what was typed, each once. */
export const selectedTitles = (typed: Readonly<Partial<Record<string, string>>>) => [
  ...new Set((typed.marks ?? '').split('\n').flatMap((id) => typed[`title-${id}`] || [])),
]

/** Returns the name of the field for a sentence's title or kind. */
export const fieldOf = (part: 'title' | 'kind', sentence: Sentence) => `${part}-${sentenceId(sentence)}`
