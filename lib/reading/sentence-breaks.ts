import { segmentsIn } from './segments'

const segmenter = new Intl.Segmenter('en', { granularity: 'sentence' })

/** Returns the segments that the segmenter reads as sentences. The last two of a piece may continue in the next one. */
export const segmentsOf = (text: string) => segmentsIn(segmenter, text, { piece: 2_000, uncertain: 2 })

/**
 * Yields the places, in UTF-16 units, where a sentence may begin, in order. Corrects the segmenter: what closes a
 * sentence belongs to it, such as a quotation mark, the mark of a note, or a reference in brackets.
 */
export function* breaksIn(text: string) {
  for (const { segment, index } of segmentsOf(text)) {
    if (index > 0) yield moved(text, index)
    for (const { index: at, 0: mark } of segment.matchAll(missed)) yield index + at + mark.length
  }
}

/**
 * Ends of sentences where the segmenter does not see one: after the mark of a note that directly follows a full stop
 * ("plan.¹² The", "plan.12 The"), and before a number that begins a sentence ("parts. 2027 is").
 */
const missed =
  /(?<=\p{L}{3}[.?!][”"’»)\]]?)(?:[¹²³⁰⁴-⁹]{1,4}|\p{Nd}{1,3})\s+(?=\p{Lu})|(?<=\p{L}{4}[.?!]|[?!])\s+(?=\p{Nd}+\s\p{Ll})/gu

const opening = /[“‘«„「『《【（([]/u

/** The most opening marks in a row that are looked at. */
const mostOpening = 3

/** How far after the end of a sentence its closing marks are looked for, in UTF-16 units. */
const farthest = 100

/** Closing marks, marks of notes, and references in brackets, as in "Publish it. (Paragraph 13)". */
const closing = [
  /^[»”’"')\]」』]+(?=\s|$)\s*/u,
  /^[¹²³⁰⁴-⁹]{1,4}\s*/u,
  /^\[\p{Nd}{1,3}\]\s*/u,
  /^\p{Nd}{1,3}\s+(?=(?:The|It|Its|In|This|These|He|She|They|A|An|However|While|As|For|At|On|To|If|When|We|There|Such|Le|La|Les|Il|Elle|El|Los|Las|En)\s)/u,
  /^[(（](?![ivxl]+[)）])(?=\p{Lu}|\p{Lo}|\p{Nd}|see\s|paras?\.)[^()（）\n]{4,60}(?<![.!?。])[)）]\s*(?=[\p{Lu}\p{Lo}“«"([]|$)/u,
]

function moved(text: string, index: number): number {
  let place = index
  while (index - place < mostOpening && opening.test(text.charAt(place - 1)) && !/\s/u.test(text.charAt(index))) place--
  if (place < index) return place
  for (let turn = 0; turn < closing.length; turn++) {
    const rest = text.slice(place, place + farthest)
    const found = closing.find((pattern) => pattern.test(rest))?.exec(rest)
    if (!found) break
    place += found[0].length
  }
  return place
}
