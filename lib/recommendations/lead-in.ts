import { cutter, type Span, sentencesOf } from '@/lib/documents/sentences'

type Quoted = Pick<Span, 'start'> & {
  /** The paragraph's. */
  text: string
  /** Of the paragraph that this one is part of. */
  above?: string | undefined
}

/** What a sentence that has ended ends in, with the marks that may close it. */
const ended = /[.!?…。؟।]["'”’»)\]]*$/u

/**
 * The words that a quote goes on from: the beginning of its own sentence, and where its paragraph is part of a sentence
 * such as "States should: (a) …", that one. Nothing where the quote is whole by itself.
 */
export function leadIn({ text, start, above }: Quoted): string | undefined {
  const sentences = sentencesOf(text)
  const own = sentences.findLast((sentence) => sentence.start <= start)
  const before = own ? cutter(text)({ start: own.start, end: start }).trim() : ''
  const first = own === undefined || own.start === sentences[0]?.start
  const parts = [first && above ? openIn(above) : undefined, before].filter(Boolean)
  return parts.length > 0 ? parts.join(' ') : undefined
}

/** The last sentence of a text, where it goes on in what follows. */
function openIn(text: string) {
  const last = sentencesOf(text).at(-1)
  const said = last && cutter(text)(last)
  return said && !ended.test(said) ? said : undefined
}
