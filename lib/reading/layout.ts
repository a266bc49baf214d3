import type { Line } from './line'
import { wrapOf } from './wrapped-lines'

/** What is usual in a source, from which headings, notes and beginnings of paragraphs differ. */
export type Layout = {
  /** The type size of most of the text, if sizes are known. */
  size: number | undefined
  /** Whether most of the text is bold. */
  bold: boolean
  /** A larger gap than this begins a paragraph. */
  gap: number
  /** The length of a long line, in characters. */
  width: number
  /** The most characters of a line, if a plain text has its lines filled as far as words fit. */
  wrap: number | undefined
  /** The indent of most lines, if indents are known. */
  indent: number | undefined
}

/** Two type sizes count as equal if they differ by less than this, in points. */
const sameSize = 0.75

export function layoutOf(lines: readonly Line[]): Layout {
  const sizes = weigh(lines, ({ size, whole }) => (whole ? undefined : size), 0.1)
  const all = sizes ?? weigh(lines, ({ size }) => size, 0.1)
  const gaps = all === undefined ? undefined : leastOf(lines, ({ gap }) => (gap < 1.8 ? gap : undefined), 0.05)
  const bold = lines.reduce((sum, { bold, text }) => sum + (bold ? text.length : -text.length), 0) > 0
  const lengths = lines.map(({ text }) => text.length).sort((one, other) => one - other)
  return {
    size: all,
    bold,
    gap: (gaps ?? 1) + 0.25,
    width: lengths[Math.ceil((lengths.length - 1) * 0.9)] ?? 0,
    wrap: all === undefined ? wrapOf(lines) : undefined,
    indent: weigh(lines, ({ indent }) => indent, 1),
  }
}

type Measure = (line: Line) => number | undefined

/** Returns the value that most characters have, rounded to steps. */
function weigh(lines: readonly Line[], measure: Measure, step: number): number | undefined {
  const [best] = [...weightsOf(lines, measure, step)].sort(([, one], [, other]) => other - one)
  return best && best[0] * step
}

/**
 * Returns the least value that many characters have, rounded to steps. In a text of short paragraphs, as many lines
 * begin a paragraph as go on with one.
 */
function leastOf(lines: readonly Line[], measure: Measure, step: number): number | undefined {
  const weights = weightsOf(lines, measure, step)
  const many = Math.max(...weights.values()) * 0.3
  const frequent = [...weights].flatMap(([value, weight]) => (weight >= many ? [value] : []))
  return frequent.length === 0 ? undefined : Math.min(...frequent) * step
}

function weightsOf(lines: readonly Line[], measure: Measure, step: number): Map<number, number> {
  const weights = new Map<number, number>()
  for (const line of lines) {
    const value = measure(line)
    if (value === undefined || line.why) continue
    const rounded = Math.round(value / step)
    weights.set(rounded, (weights.get(rounded) ?? 0) + line.text.length)
  }
  return weights
}

/** Returns where the smaller type at the foot of each page or column begins, and where it ends. */
export function feetOf(lines: readonly Line[], layout: Layout): Map<number, number> {
  const feet = new Map<number, number>()
  let end = lines.length
  let isFoot = true
  for (let place = lines.length - 1; place >= 0; place--) {
    const [line, below] = [lines[place] as Line, lines[place + 1]]
    if (below === undefined || below.page !== line.page || below.column !== line.column) {
      end = place + 1
      isFoot = line.page !== undefined
    }
    if (!isFoot) continue
    if (line.why && end === place + 1) end = place
    else if (isSmaller(line, layout)) feet.set(place, end)
    else if (!line.why) isFoot = false
  }
  return feet
}

const isSmaller = ({ size }: Line, layout: Layout) =>
  size !== undefined && layout.size !== undefined && size < layout.size - sameSize

const longestHeading = 200

/** Returns whether a line looks like a heading by its level, its size or its weight. */
export function isStyled(line: Line, layout: Layout): boolean {
  if (line.heading !== undefined) return true
  if (line.text.length > longestHeading || line.cells) return false
  const larger = line.size !== undefined && layout.size !== undefined && line.size > layout.size + sameSize
  return larger || (line.bold === true && !layout.bold)
}

/** Returns whether a line is set differently from the line before it, as a heading is from its text. */
export const isSetDifferently = (line: Line, before: Line, layout: Layout) =>
  isStyled(line, layout) !== isStyled(before, layout) ||
  line.heading !== before.heading ||
  Math.abs((line.size ?? 0) - (before.size ?? line.size ?? 0)) > sameSize
