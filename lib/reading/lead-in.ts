import { cutter, type Span, sentencesOf } from './sentences'

type Paragraph = {
  text: string
  /** The text of the parent paragraph. */
  above?: string | undefined
}

/** The end of a complete sentence, with the marks that may close it. */
const ended = /[.!?…。؟।]["'”’»)\]]*$/u

/**
 * Returns the words before a quote that it needs to be understood: the beginning of its sentence and, if its paragraph
 * is part of a sentence such as "States should: (a) …", the beginning of that sentence. Returns nothing for a complete
 * sentence.
 */
export const leadIn = ({ start, ...paragraph }: Paragraph & Pick<Span, 'start'>) => leadsIn(paragraph)(start)

/** Reads a paragraph once. Returns a function for the lead-in of a quote that begins at a code point: see `leadIn`. */
export function leadsIn({ text, above }: Paragraph): (start: number) => string | undefined {
  const sentences = sentencesOf(text)
  const cut = cutter(text)
  const open = above ? openIn(above) : undefined
  return (start) => {
    const place = sentences.findLastIndex((sentence) => sentence.start <= start)
    const before = place === -1 ? '' : cut({ start: sentences[place]?.start ?? 0, end: start }).trim()
    const parts = [place < 1 ? open : undefined, before].filter(Boolean)
    return parts.length > 0 ? parts.join(' ') : undefined
  }
}

/** Returns the last sentence of a text if it is not complete. */
function openIn(text: string) {
  const last = sentencesOf(text).at(-1)
  const sentence = last && cutter(text)(last)
  return sentence && !ended.test(sentence) ? sentence : undefined
}
