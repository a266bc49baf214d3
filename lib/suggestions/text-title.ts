import type { Block } from '@/lib/reading/block'
import { openingOf } from '@/lib/reading/labels'

/** Lines over a text that are no title: to whom it goes, in which language, at which session, and titles of its parts. */
const other =
  /^(?:united nations|nations unies|naciones unidas|distr|original|english only|agenda item|item \d|advance|unedited|draft|confidential|restricted|contents|table of contents|summary|executive summary|introduction|abstract|foreword|sommaire|résumé|synthèse|índice|resumen|introducción|目录|摘要|содержание|введение)(?!\p{L})|(?<!\p{L})(?:session|meeting|séance|sesión|сессия)$/iu

const lengths = { least: 8, most: 300 }
/** Two type sizes count as equal if they differ by less than this, in points. */
const sameSize = 0.6
/** The most lines of a title. */
const mostLines = 5

/**
 * Returns the title among the lines over a text: what is set in the largest type, the first heading, what is bold, or else the
 * first line that stands alone in a plain text, or that others `led` to, such as a symbol.
 */
export function titleIn(front: readonly Block[], blocks: readonly Block[], led: boolean): string | undefined {
  const from = front.findIndex(isPossible)
  const end = front.findIndex((block, place) => place > from && other.test(block.text))
  const lines = from === -1 ? [] : front.slice(from, end === -1 ? undefined : end)
  const headings = lines.filter(({ heading, text }) => heading !== undefined && !openingOf(text))
  const level = Math.min(...headings.map(({ heading = 9 }) => heading))
  const isLargest = sizeAbove(lines, blocks)
  const found =
    (isLargest && joined(lines, isLargest)) ??
    joined(lines, ({ heading, text }) => heading === level && !openingOf(text)) ??
    joined(lines, ({ bold, heading }) => bold === true && heading === undefined) ??
    alone(lines, blocks, led)
  return found && found.length >= lengths.least && found.length <= lengths.most ? found : undefined
}

const isPossible = ({ text, label }: Block) => /\p{L}{2}/u.test(text) && !label && !other.test(text.trim())

/** Returns which lines have the largest type, if that is larger than the type of most of the text. */
function sizeAbove(lines: readonly Block[], blocks: readonly Block[]) {
  const sizes = blocks.flatMap(({ size }) => size ?? []).sort((one, other) => one - other)
  const usual = sizes[Math.floor(sizes.length / 2)]
  const largest = Math.max(...lines.map(({ size = 0 }) => size))
  if (usual === undefined || largest < usual + 1) return
  return ({ size = 0 }: Block) => size > largest - sameSize
}

/** Returns the first lines of one kind as one text. */
function joined(lines: readonly Block[], isOne: (block: Block) => boolean): string | undefined {
  const from = lines.findIndex(isOne)
  if (from === -1) return
  const rest = lines.slice(from, from + mostLines)
  const end = rest.findIndex((line, place) => place > 0 && (!isOne(line) || (line.whole ?? false)))
  return textOf(end === -1 ? rest : rest.slice(0, end))
}

/** Returns the first line of a plain text, and those on which it goes on because they are full, if no sentence ends there. */
function alone(lines: readonly Block[], blocks: readonly Block[], led: boolean): string | undefined {
  const [first] = lines
  if (!first || first.whole || first.size !== undefined || first.label || openingOf(first.text)) return
  const widths = blocks.slice(0, 100).map(({ text }) => text.length)
  const width = widths.sort((one, other) => one - other)[Math.floor(widths.length * 0.95)] ?? 0
  let end = 1
  while (end < mostLines && goesOn(lines[end - 1], lines[end], width)) end++
  const text = textOf(lines.slice(0, end))
  const below = lines[end] ?? blocks[blocks.indexOf(lines[end - 1] ?? first) + 1]
  return /[.,;:]$/.test(text) || (!led && (below?.gap ?? 2) < 1.5) ? undefined : text
}

const goesOn = (line: Block | undefined, next: Block | undefined, width: number) =>
  line !== undefined &&
  next !== undefined &&
  (next.gap ?? 1) < 1.5 &&
  !openingOf(next.text) &&
  line.text.length + 1 + (next.text.split(' ', 1)[0]?.length ?? 0) > width

const textOf = (lines: readonly Block[]) =>
  lines
    .map(({ text }) => text.trim())
    .join(' ')
    .replace(/\s+/g, ' ')
