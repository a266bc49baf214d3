import { furnitureIn } from './furniture'
import { feetOf, type Layout } from './layout'
import { type Line, standsApart } from './line'
import { startsLow } from './lines'
import { withPlainDigits } from './superscripts'

/** A note, with its mark and the lines of its text. `at` is the place of its first line among all lines. */
export type Note = { mark: string; at: number; lines: Line[] }

const opening =
  /^(?:\[(\d{1,3})\]|\((\d{1,3})\)|(\d{1,3})(?:[.)]?\s+|(?=["“(\p{L}]))|([⁰¹²³⁴⁵⁶⁷⁸⁹]{1,3})\s*|(\*{1,3}|[†‡§¶]{1,2})\s*)(?=["“”«([\p{L}])/u

/** Returns the mark with which a note begins, and the rest of the line. */
function noteOpening({ text }: Line): { mark: string; rest: string } | undefined {
  const [all, ...marks] = opening.exec(text) ?? []
  const mark = marks.find((one) => one !== undefined)
  return all === undefined || mark === undefined
    ? undefined
    : { mark: withPlainDigits(mark), rest: text.slice(all.length) }
}

const rule = /^(?:_{3,}|[-–—─=]{5,})$/

const isRule = ({ text }: Line) => rule.test(text)

/** Returns whether a mark stands in the text before a line. */
export type Cited = (mark: string, place: number) => boolean

/** Marks the notes among the lines. Returns them in the order of the text. */
export function markNotes(lines: readonly Line[], layout: Layout, isCited: Cited): Note[] {
  const notes: Note[] = []
  const feet = feetOf(lines, layout)
  for (let place = 0; place < lines.length; place++) {
    const line = lines[place] as Line
    if (line.why) continue
    const foot = endOfFoot(lines, place, feet)
    const end = foot ?? endOfNotes(lines, place, isCited)
    if (end === place) continue
    if (foot) markFooter(lines.slice(place, foot))
    notes.push(...notesIn(lines, isRule(line) ? place + 1 : place, end))
    for (const one of lines.slice(place, end)) one.why ??= 'note'
    place = end - 1
  }
  return notes
}

/** Marks what belongs to the page among the lines at its foot. */
function markFooter(lines: readonly Line[]) {
  for (const line of lines) {
    const why = markAlone(line) ? undefined : furnitureIn(line.text)
    if (why) line.why ??= why
  }
}

/** Returns where the small type at the foot of a page or a column ends, if it begins at this place and holds notes. */
function endOfFoot(lines: readonly Line[], place: number, feet: ReadonlyMap<number, number>): number | undefined {
  const end = feet.get(place)
  const [before, line] = [lines[place - 1], lines[place] as Line]
  const isWhole = before === undefined || before.page !== line.page || before.column !== line.column
  return line.cells || (isWhole && !noteOpening(line)) ? undefined : end
}

/** Returns where the notes that begin at a place end: at the same place if none do. */
function endOfNotes(lines: readonly Line[], place: number, isCited: Cited): number {
  const line = lines[place] as Line
  if (line.note !== undefined) return place + 1
  if (line.whole || line.cells) return place
  const before = lines[place - 1]
  if (isRule(line)) {
    const next = lines[place + 1]
    return next && noteOpening(next) ? endOfRun(lines, place + 1) : place
  }
  const mark = noteOpening(line)?.mark
  if (!mark || !(standsApart(line, before) || before?.why)) return place
  if (isStar(mark)) {
    const end = endOfRun(lines, place)
    return isStarNote(lines, place, end, isCited) ? end : place
  }
  if (/^\d{1,3}[.)]/.test(line.text) || !isCited(mark, place)) return place
  const end = endOfRun(lines, place)
  const after = lines[end]
  if (/^[[⁰¹²³⁴⁵⁶⁷⁸⁹]/.test(line.text)) return end
  const closes = !after || after.why !== undefined || furnitureIn(after.text) !== undefined || after.page !== line.page
  return closes || notesIn(lines, place, end).length > 1 || startsLow(after.text) ? end : place
}

const isStar = (mark: string) => /^\D/.test(mark)

/** Notes with an asterisk are told from items of a list by their mark in the text, or by the end of the page after them. */
function isStarNote(lines: readonly Line[], place: number, end: number, isCited: Cited): boolean {
  const { text } = lines[place] as Line
  const mark = noteOpening(lines[place] as Line)?.mark ?? ''
  if (text.includes(mark, mark.length)) return false
  if (mark !== '*' || isCited(mark, place)) return true
  const [before, after] = [lines.slice(Math.max(place - 9, 0), place).findLast(({ why }) => !why), lines[end]]
  const closes = after !== undefined && furnitureIn(after.text) !== undefined
  return closes && !/^\*|:$/.test(before?.text ?? ':')
}

/** Returns the end of notes that follow each other: each has the next number, and goes on until a gap. */
function endOfRun(lines: readonly Line[], from: number): number {
  let last = noteOpening(lines[from] as Line)?.mark ?? ''
  for (let place = from + 1; place < lines.length; place++) {
    const line = lines[place] as Line
    const mark = noteOpening(line)?.mark
    if (line.why || line.page !== lines[from]?.page || furnitureIn(line.text)) return place
    if (mark !== undefined && follows(mark, last)) last = mark
    else if (standsApart(line, lines[place - 1])) return place
  }
  return lines.length
}

const follows = (mark: string, last: string) =>
  isStar(last) ? mark.length > last.length || !isStar(mark) : Number(mark) === Number(last) + 1

/** Reads a mark that stands alone because it is set above the line of its note. */
const markAlone = ({ text }: Line) =>
  /^(?:\d{1,3}|\*{1,3}|[†‡§¶]{1,2})$/.test(text) ? { mark: text, rest: '' } : undefined

/** Splits lines into notes at their marks. Lines before the first mark go on with a note of the page before. */
function notesIn(lines: readonly Line[], from: number, end: number): Note[] {
  const notes: Note[] = []
  for (let at = from; at < end; at++) {
    const line = lines[at] as Line
    if (line.why) continue
    const found =
      line.note === undefined ? (noteOpening(line) ?? markAlone(line)) : { mark: line.note, rest: line.text }
    const last = notes.at(-1)
    const begins = found && (!last || line.note !== undefined || follows(found.mark, last.mark))
    if (begins) notes.push({ mark: found.mark, at, lines: [{ ...line, text: found.rest }] })
    else last?.lines.push(line)
  }
  return notes
}
