import { openingOf } from './labels'
import { type Line, standsApart } from './line'
import { endsHere, startsLow } from './lines'

/** The fewest lines that show how long lines can be, and the share of them that fill it. */
const enough = { lines: 3, share: 0.97 }

/** Returns how long a line would be with the first word of the next line. */
const withNext = (line: Line, next: Line) => line.text.length + 1 + next.text.split(/\s/, 1).join('').length

/**
 * Returns the most characters of a line, if the lines of a text are filled as far as words fit. Those whose sentences go
 * on in the next line show it.
 */
export function wrapOf(lines: readonly Line[]): number | undefined {
  const filled = lines.flatMap((line, place) => {
    const next = lines[place + 1]
    if (!next || line.whole || line.cells || line.why || next.why || standsApart(next, line) || openingOf(next.text))
      return []
    return !endsHere(line.text) && startsLow(next.text)
      ? [{ length: line.text.length, next: withNext(line, next) }]
      : []
  })
  if (filled.length < enough.lines) return undefined
  const longest = filled.reduce((most, { length }) => Math.max(most, length), 0)
  return filled.filter(({ next }) => next > longest).length >= enough.share * filled.length ? longest : undefined
}

/** Returns whether a line ends where its writer ended it: the next word would have fitted. */
export const isEnded = (line: Line, next: Line, wrap: number) => withNext(line, next) <= wrap
