import { isCommonWord } from './common-words'
import type { Line, Mark } from './line'
import { codePoints, type Span } from './sentences'
import { halvesOf, type JointOf } from './words'

const closers = String.raw`["'”’»)\]」』）］]*[\d¹²³⁰⁴-⁹]{0,3}`
const stops = '.:;!?…。！？；：؟؛।'
const ended = new RegExp(`[${stops}]${closers}$`, 'u')
const paused = new RegExp(`[${stops},،、，]${closers}(?:\\s+(?:and|or|et|ou|y|o|и|или))?$`, 'u')

/** Returns the end of a text, which decides how the text can continue. */
const endOf = (text: string) => text.slice(-100)

/** Returns whether a text can end here. A colon or a semicolon is enough. */
export const endsHere = (text: string) => ended.test(endOf(text))

/** Returns whether the next item of a list can follow here, as after "…; and". */
export const pausesHere = (text: string) => paused.test(endOf(text))

const longestHeading = 200

/** Returns whether a text without a label can be a heading by its words. What ends in brackets is none. */
export const looksLikeHeading = (text: string) =>
  text.length <= longestHeading &&
  !pausesHere(text) &&
  !startsLow(text) &&
  !/[)\]）］]$/u.test(text) &&
  /[\p{L}\p{Nd}]/u.test(text)

export const startsLow = (text: string) => /^["'“‘«([]*\p{Ll}/u.test(text)

const tied = /(?<=[\p{L}\p{N}])[-‐–—/]$/u
const suspended = /^(?:and|or|to|et|ou|y|o|und|oder|bis|и|или)(?![\p{L}\p{M}])/u
const unspaced = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}，。、；：！？（）「」《》]/u

/**
 * A text that is collected line by line. The lines are joined once at the end, so that adding a line takes constant
 * time.
 */
export type Lines = {
  parts: string[]
  end: string
  /** In UTF-16 units. */
  length: number
  marks: Mark[]
  /** What may be read wrongly, in UTF-16 units: hyphens that may or may not belong to their words, and whole lines. */
  unsure: Span[]
}

export const linesOf = (text: string, { marks = [], unsure = false }: Partial<Line> = {}): Lines => ({
  parts: text === '' ? [] : [text],
  end: endOf(text),
  length: text.length,
  marks: [...marks],
  unsure: unsure && text !== '' ? [{ start: 0, end: text.length }] : [],
})

/**
 * Adds a line to a text. Joins a word that was split at the end of a line, such as "long-" and "term". Puts a space
 * between other lines.
 */
export function addLine(
  lines: Lines,
  line: string,
  jointOf: JointOf,
  { marks = [], unsure, size }: Partial<Line> = {},
) {
  const { end } = lines
  const halves = halvesOf(end, line)
  const joint = halves && !isSuspended(halves, line) ? jointOf(halves) : undefined
  const drops = end.endsWith('\u00AD') || joint === 'joined'
  if (drops) dropLast(lines)
  else if (joint === 'unsure') lines.unsure.push({ start: lines.length - 1, end: lines.length })
  const space = end === '' || drops || joint || joinsDirectly(end, line) ? '' : ' '
  const start = lines.length + space.length
  lines.parts.push(space + line)
  lines.end = endOf(lines.end + space + line)
  lines.length += space.length + line.length
  for (const mark of marks) lines.marks.push({ ...mark, at: start + mark.at })
  if (unsure) lines.unsure.push({ start, end: lines.length })
  if (size !== undefined && start <= 4 && startsLow(line) && isFragment(end))
    lines.unsure.push({ start: 0, end: lines.length })
}

/** Letters that are no word: a column too narrow for its label has broken the word after them. */
const fragment =
  /^(?!(?:a|i|an|the|of|to|in|on|at|by|as|is|it|be|we|no|or|if|up|all|any|for|and|new|one|two|our|its|his|her|not|may|both|le|la|les|un|une|des|du|de|en|et|au|aux|il|on|se|si|par|sur|ne|ou|où|que|qui|el|los|las|lo|del|al|y|a|e|su|sus|es|con|sin|por|à|l|d)$)\p{sc=Latin}{1,3}$/iu

const isFragment = (text: string) => fragment.test(text) && (text.length === 1 || text !== text.toUpperCase())

/** Returns whether a hyphen stands for the end of a later word: "short- to long-term", but not "proyec-to". */
const isSuspended = ([first, second]: [string, string], line: string) =>
  suspended.test(line) && isCommonWord(first) && !isCommonWord(first + second)

function dropLast(lines: Lines) {
  lines.parts.push((lines.parts.pop() ?? '').slice(0, -1))
  lines.end = lines.end.slice(0, -1)
  lines.length--
}

/** Puts words before a text. */
export function putBefore(lines: Lines, words: string) {
  lines.parts.unshift(words)
  lines.length += words.length
  lines.marks = lines.marks.map((mark) => ({ ...mark, at: mark.at + words.length }))
  lines.unsure = lines.unsure.map((span) => moved(span, words.length))
}

/** Returns a span that many units further on. */
export const moved = ({ start, end }: Span, by: number): Span => ({ start: start + by, end: end + by })

const lastOf = (text: string) => [...text.slice(-2)].at(-1) ?? ''

const figure = /^\p{Nd}$/u

/** Returns whether no space belongs between two lines: within a word, a range or a script without spaces. */
function joinsDirectly(end: string, line: string) {
  if (tied.test(end)) return /^[\p{L}\p{N}]/u.test(line) && (end.endsWith('/') || !suspended.test(line))
  const sides = [lastOf(end), String.fromCodePoint(line.codePointAt(0) ?? 0)]
  return sides.every(
    (side) => unspaced.test(side) || (figure.test(side) && sides.some((other) => unspaced.test(other))),
  )
}

/** Returns the collected text, and the places of its marks and of what is unsure in code points. */
export function collected({ parts, marks, unsure }: Lines) {
  const text = parts.join('')
  const pointsTo = counter(text)
  const notes = marks.map(({ at, ...mark }) => ({ at: pointsTo(at), ...mark }))
  const spans = unsure.map(({ start, end }) => ({ start: pointsTo(start), end: pointsTo(end) }))
  return { text, ...(notes.length > 0 && { notes }), ...(spans.length > 0 && { unsure: spans }) }
}

/** Returns a function that counts the code points before a place. Counts on from the last place it was asked for. */
function counter(text: string) {
  let [from, count] = [0, 0]
  return (to: number) => {
    if (to < from) return codePoints(text.slice(0, to))
    count += codePoints(text.slice(from, to))
    from = to
    return count
  }
}
