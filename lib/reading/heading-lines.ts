import { openingOf } from './labels'
import type { Layout } from './layout'
import type { Line } from './line'
import { looksLikeHeading, startsLow } from './lines'
import { isEnded } from './wrapped-lines'

/** The first and the last lines of headings. */
export type HeadingLines = { firsts: ReadonlySet<Line>; lasts: ReadonlySet<Line> }

/** A line that the width of the page did not break is shorter than this share of it, if nothing else tells. */
const short = 0.8

/** The most lines of a heading. */
const mostLines = 3

const longest = 200

const closers = String.raw`[”"’»)\]）]*\d{0,3}`
const sentenceEnd = new RegExp(String.raw`[.!?。！？]${closers}(?:\s[(（][^()（）]{1,60}[)）])?$`, 'u')

/** Returns whether a text can end a paragraph. */
export const endsSentence = (text: string) => sentenceEnd.test(text.slice(-100))

/**
 * Returns the lines of headings that have no gap around them, as in text copied from a page: short lines between the end
 * of a sentence and the beginning of another.
 */
export function headingLinesIn(lines: readonly Line[], layout: Layout): HeadingLines {
  const [firsts, lasts] = [new Set<Line>(), new Set<Line>()]
  const text = lines.filter(({ why }) => !why)
  for (let place = 0; place < text.length; place++) {
    const [before, line] = [text[place - 1], text[place] as Line]
    const above = before && `${text[place - 2]?.text ?? ''} ${before.text}`
    const follows = before === undefined || above === undefined || lasts.has(before) || endsSentence(above)
    const end = follows && mayBe(line, layout, text[place + 1]) ? endOfHeading(text, place, layout) : undefined
    if (end === undefined) continue
    firsts.add(line)
    lasts.add(text[end] as Line)
    place = end
  }
  return { firsts, lasts }
}

/** Returns the last line of the heading that may begin at a place. */
function endOfHeading(lines: readonly Line[], from: number, { width, wrap }: Layout): number | undefined {
  let length = 0
  for (let place = from; place < Math.min(from + mostLines, lines.length - 1); place++) {
    const [line, next] = [lines[place] as Line, lines[place + 1] as Line]
    length += line.text.length + 1
    if (length > longest || !(place === from || goesOn(line))) return undefined
    const ended = wrap === undefined ? line.text.length <= width * short : isEnded(line, next, wrap)
    if (ended) return goesOnLow(next) || !looksLikeHeading(upper(line.text)) ? undefined : place
    if (wrap === undefined) return undefined
  }
  return undefined
}

/** Returns whether a line goes on with the one before: it begins with a small letter that is no label. */
const goesOnLow = ({ text }: Line) => startsLow(text) && openingOf(text)?.weak !== false

/** The second line of a heading may begin with a small letter. */
const upper = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)
const goesOn = ({ whole, cells, text }: Line) =>
  !whole && !cells && openingOf(text) === undefined && !/[.;:]$/.test(text)

function mayBe({ text, whole, cells, size, label }: Line, { wrap }: Layout, next: Line | undefined): boolean {
  if (whole || cells || size !== undefined || label || startsLow(text) || /[.;:!?；：，！？]$/.test(text)) return false
  const opening = openingOf(text)
  if (opening === undefined || opening.sort === 'upper') return true
  const again = next !== undefined && openingOf(next.text)?.label === opening.label
  const chinese = /^\p{Script=Han}{1,4}$/u.test(opening.label)
  return opening.sort === 'number' && (opening.weak || wrap !== undefined || again || chinese)
}
