/** A stretch of a text, in Unicode code points; `end` is past its last one. */
export type Span = { start: number; end: number }

const segmenter = new Intl.Segmenter('en', { granularity: 'sentence' })

/** What ends in a full stop and ends no sentence, whatever comes after it. */
const abbreviation = /(?:^|[\s([])(?:arts|cf|chaps|doc|docs|dr|e\.g|i\.e|mr|mrs|ms|nos|op|paras|pp|st|vs)\.$/i

/** The same where a number comes after it: "art. 5" and "vol. II", but "works of art." and "The answer was no." */
const numbered = /(?:^|[\s([])(?:art|ch|chap|fig|no|p|para|res|rev|sect|vol)\.$/i
const startsWithNumber = /^(?:\p{Nd}|[IVXLC]+\b)/u

const startsLow = /^\p{Ll}/u

/** As much of a sentence's end as an abbreviation takes. */
const longestAbbreviation = 12

const piece = 2_000

/**
 * What the segmenter takes for sentences. Each sentence costs it a time that grows with the whole text, so that the text is
 * given to it in pieces; the last two sentences of a piece may go on in the next one.
 */
export function* segmentsOf(text: string) {
  let start = 0
  let size = piece
  while (start < text.length) {
    const end = Math.min(start + size, text.length)
    const found = [...segmenter.segment(text.slice(start, end))]
    const certain = end === text.length ? found : found.slice(0, -2)
    const last = certain.at(-1)
    size = last ? piece : size * 2
    for (const { segment, index } of certain) yield { segment, index: start + index }
    if (last) start += last.index + last.segment.length
  }
}

/** The sentences of a paragraph, each without the spaces around it. */
export function sentencesOf(text: string): Span[] {
  const sentences: string[] = []
  let start = 0
  let end = 0
  for (const { segment, index } of segmentsOf(text)) {
    if (index > start && !goesOn(text.slice(Math.max(start, end - longestAbbreviation), end), segment)) {
      sentences.push(text.slice(start, index))
      start = index
    }
    end = index + segment.trimEnd().length
  }
  if (start < text.length) sentences.push(text.slice(start))

  let at = 0
  return sentences.flatMap((sentence) => {
    const before = at
    at += codePoints(sentence)
    const start = before + codePoints(sentence) - codePoints(sentence.trimStart())
    const end = start + codePoints(sentence.trim())
    return end > start ? [{ start, end }] : []
  })
}

/** Whether a sentence goes on in what the segmenter takes for the next one. */
const goesOn = (sentence: string, next: string) =>
  startsLow.test(next) || abbreviation.test(sentence) || (numbered.test(sentence) && startsWithNumber.test(next))

/** Which sentence, counted from 1, a place in the text stands in; the one before where it stands between two. */
export const sentenceAt = (text: string, place: number) => sentenceAmong(sentencesOf(text), place)

/** The same among sentences that are read already. */
export function sentenceAmong(sentences: readonly Span[], place: number): number {
  const after = sentences.findIndex(({ start }) => start > place)
  return after === -1 ? Math.max(sentences.length, 1) : Math.max(after, 1)
}

/** The stretch itself. */
export const cut = (text: string, span: Span) => cutter(text)(span)

/** Cuts stretches out of one text, whose code points are counted once. */
export function cutter(text: string) {
  const characters = [...text]
  return ({ start, end }: Span) => characters.slice(start, end).join('')
}

export const codePoints = (text: string) => [...text].length

/**
 * Where words are in a text, letter for letter but for the blanks around them and the line breaks of a form. Of several
 * places it is the one whose start is nearest to `near`.
 */
export function findWords(text: string, words: string, near: number): Span | undefined {
  const wanted = words.replaceAll('\r\n', '\n').trim()
  if (wanted === '') return undefined

  let best: Span | undefined
  let counted = 0
  let before = 0
  for (let at = text.indexOf(wanted); at !== -1; at = text.indexOf(wanted, at + 1)) {
    before += codePoints(text.slice(counted, at))
    counted = at
    const found = { start: before, end: before + codePoints(wanted) }
    if (!best || Math.abs(found.start - near) < Math.abs(best.start - near)) best = found
  }
  return best
}
