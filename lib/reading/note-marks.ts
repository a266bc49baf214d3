import { grouped } from './group-by-key'
import type { Line, Mark } from './line'
import { addLine, collected, linesOf } from './lines'
import type { Cited, Note } from './note-lines'
import { withPlainDigits } from './superscripts'
import type { JointOf } from './words'

/** A mark in the text of a line, in UTF-16 units. */
type Found = { start: number; end: number; mark: string; sure: boolean }

const attached =
  /(?<=[\p{L}"”’»)\]][.,;:!?…]?["”’»)\]]?|[\p{Nd}]["”’»)\]]|%[.,;:]?|(?:19|20)\d{2}[.,;])(?:\[\d{1,3}\]|\d{1,3}|\*{1,3}|[†‡§])(?=$|[\s.,;:!?)\]”’"»])/gu
const apart = /(?<=[.!?]["”’»)]?\s)\d{1,3}(?=\s["“«]?\p{Lu})/gu
const raisedDigits = /[⁰¹²³⁴⁵⁶⁷⁸⁹]{1,3}/gu
const mayHaveMark = /[\d*†‡§⁰¹²³⁴⁵⁶⁷⁸⁹]/u
const isMark = /^(?:\d{1,3}|\*{1,3}|[†‡§¶]{1,2}|[a-z])$/
/** What a raised number measures or counts, so that it is no mark: "m²", "10⁶". */
const measured = /(?:^|[^\p{L}\p{N}])(?:\p{L}|[kcdmµ]m|10)$/u
/** What a number on the line belongs to: "CO2". */
const formula = /(?:^|[^\p{L}])(?:[CHNO]{1,2}|SO|PM|G)$/u

/** Returns whether marks are cited in the 200 lines before a place. */
export function citationsIn(lines: readonly Line[]): Cited {
  const cited = lines.flatMap((line, place) => marksIn(line).map(({ mark }) => ({ mark, place })))
  const places = grouped(cited, ({ mark }) => mark)
  return (mark, place) => {
    const known = places.get(mark) ?? []
    let [from, to] = [0, known.length]
    while (from < to) {
      const middle = (from + to) >> 1
      if ((known[middle]?.place ?? 0) < place) from = middle + 1
      else to = middle
    }
    return from > 0 && place - (known[from - 1]?.place ?? 0) <= 200
  }
}

/** Returns what can be a mark of a note in a line, in order. Those that are set above the line are sure. */
function marksIn({ text, raised = [] }: Line): Found[] {
  if (raised.length === 0 && !mayHaveMark.test(text)) return []
  const found: Found[] = []
  const before = (start: number) => text.slice(Math.max(0, start - 6), start)
  const units = raised.length > 0 ? unitsOf(text) : []
  for (const span of raised) {
    const [start, end] = [units[span.start] ?? text.length, units[span.end] ?? text.length]
    const mark = withPlainDigits(text.slice(start, end).trim())
    if (!isMark.test(mark) || measured.test(before(start))) continue
    found.push({ start, end, mark, sure: !/[a-z]/.test(mark) })
  }
  for (const { 0: mark, index: start } of text.matchAll(raisedDigits)) {
    if (measured.test(before(start))) continue
    found.push({ start, end: start + mark.length, mark: withPlainDigits(mark), sure: start > 0 })
  }
  for (const pattern of [attached, apart]) {
    for (const { 0: mark, index: start } of text.matchAll(pattern)) {
      if (!measured.test(before(start)) && !formula.test(before(start)))
        found.push({ start, end: start + mark.length, mark: mark.replace(/[[\]]/g, ''), sure: false })
    }
  }
  found.sort((one, other) => one.start - other.start)
  return found.filter(({ start }, place) => place === 0 || start >= (found[place - 1]?.end ?? 0))
}

/** Returns the place of each code point in UTF-16 units. */
function unitsOf(text: string): number[] {
  const units: number[] = []
  for (let at = 0; at < text.length; at += (text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1) units.push(at)
  return units
}

/**
 * Takes the marks of notes out of the lines of the text: those that are set above the line, and those whose notes were
 * found. Each note belongs to the first mark that can be its own.
 */
export function takeMarks(lines: readonly Line[], notes: readonly Note[], jointOf: JointOf) {
  const waiting = grouped(notes.toReversed(), ({ mark }) => mark)
  const noteOf = ({ page }: Line, mark: string) => {
    const queue = waiting.get(mark)
    while (queue && page !== undefined && (queue.at(-1)?.lines[0]?.page ?? page) < page) queue.pop()
    const note = queue?.at(-1)
    const there = note && (page === undefined || (note.lines[0]?.page ?? page) === page)
    return there ? queue?.pop() : undefined
  }
  for (const line of lines) {
    if (line.why || line.cells) continue
    const taken: (Found & { note?: Note | undefined })[] = []
    for (const one of marksIn(line)) {
      const note = noteOf(line, one.mark)
      if (note || one.sure) taken.push({ ...one, note })
    }
    if (taken.length > 0) remove(line, taken, jointOf)
  }
}

/** Removes marks from a line, and keeps their places in what is left of it. */
function remove(line: Line, taken: readonly (Found & { note?: Note | undefined })[], jointOf: JointOf) {
  const marks: Mark[] = []
  const parts: string[] = []
  let [from, length] = [0, 0]
  for (const { start, end, mark, note } of taken) {
    const spaced = /\s/.test(line.text.charAt(start - 1)) && !/\S/.test(line.text.charAt(end))
    const part = line.text.slice(from, spaced ? start - 1 : start)
    parts.push(part)
    length += part.length
    marks.push({ at: length, mark, ...(note && { text: textOf(note, jointOf) }) })
    from = end
  }
  parts.push(line.text.slice(from))
  line.text = parts.join('').trimEnd()
  line.marks = marks
}

function textOf({ lines: [first, ...more] }: Note, jointOf: JointOf): string {
  const lines = linesOf(first?.text ?? '')
  for (const { text } of more) addLine(lines, text, jointOf)
  return collected(lines).text
}
