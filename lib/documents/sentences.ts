/** A stretch of a text, in Unicode code points; `end` is past its last one. */
export type Span = { start: number; end: number }

const segmenter = new Intl.Segmenter('en', { granularity: 'sentence' })

/** What ends in a full stop and ends no sentence, whatever comes after it. */
const abbreviation = /(?:^|[\s([])(?:arts|cf|chaps|doc|docs|dr|e\.g|i\.e|mr|mrs|ms|nos|op|paras|pp|st|vs)\.$/i

/** The same where a number comes after it: "art. 5" and "vol. II", but "works of art." and "The answer was no." */
const numbered = /(?:^|[\s([])(?:art|ch|chap|fig|no|p|para|res|rev|sect|vol)\.$/i
const startsWithNumber = /^(?:\p{Nd}|[IVXLC]+\b)/u

const startsLow = /^\p{Ll}/u

/** The sentences of a paragraph, each without the spaces around it. */
export function sentencesOf(text: string): Span[] {
  const sentences: string[] = []
  let open = ''
  for (const { segment } of segmenter.segment(text)) {
    if (open && !goesOn(open.trimEnd(), segment)) {
      sentences.push(open)
      open = ''
    }
    open += segment
  }
  if (open) sentences.push(open)

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
export function sentenceAt(text: string, place: number): number {
  const sentences = sentencesOf(text)
  const after = sentences.findIndex(({ start }) => start > place)
  return after === -1 ? Math.max(sentences.length, 1) : Math.max(after, 1)
}

/** The stretch itself. */
export const cut = (text: string, { start, end }: Span) => [...text].slice(start, end).join('')

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
