import { cutter, type Span, sentencesOf } from '@/lib/documents/sentences'

type Paragraph = {
  text: string
  /** The text of the paragraph that this one is part of. */
  above?: string | undefined
}

/** What a sentence that has ended ends in, with the marks that may close it. */
const ended = /[.!?…。؟।]["'”’»)\]]*$/u

/**
 * The words that a quote goes on from: the beginning of its own sentence, and where its paragraph is part of a sentence
 * such as "States should: (a) …", that one. Nothing where the quote is whole by itself.
 */
export const leadIn = ({ start, ...paragraph }: Paragraph & Pick<Span, 'start'>) => leadsIn(paragraph)(start)

/** Reads a paragraph once, and returns what the quote that begins at a code point goes on from: see `leadIn`. */
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

/** The last sentence of a text, where it goes on in what follows. */
function openIn(text: string) {
  const last = sentencesOf(text).at(-1)
  const said = last && cutter(text)(last)
  return said && !ended.test(said) ? said : undefined
}
