import type { Block } from '@/lib/reading/block'

/** A part of a paragraph whose characters look alike. */
export type Run = { text: string; bold?: boolean; raised?: boolean; size?: number | undefined }

type Text = Pick<Block, 'text' | 'bold' | 'raised' | 'size'>

/**
 * Joins the runs of a paragraph: its text without the space around it, its superscript characters, and whether all of it
 * is bold and how large most of it is.
 */
export function joinRuns(runs: readonly Run[]): Text {
  const whole = runs.map(({ text }) => text).join('')
  const text = whole.trim()
  const raised = raisedIn(runs, whole.length - whole.trimStart().length, text)
  const seen = runs.filter((run) => run.text.trim() !== '')
  const size = largestShare(seen)
  return {
    text,
    ...(raised.length > 0 && { raised }),
    ...(seen.length > 0 && seen.every(({ bold }) => bold) && { bold: true }),
    ...(size !== undefined && { size }),
  }
}

/** Returns the superscript parts of a text, in code points. Parts that touch become one. */
function raisedIn(runs: readonly Run[], cut: number, text: string) {
  const parts: { start: number; end: number }[] = []
  if (!runs.some(({ raised }) => raised)) return parts
  let unit = -cut
  let point = 0
  for (const { text: part, raised } of runs) {
    const inside = text.slice(Math.max(0, unit), Math.max(0, unit + part.length))
    const length = [...inside].length
    const last = parts.at(-1)
    if (raised && inside.trim() !== '') {
      if (last?.end === point) last.end = point + length
      else parts.push({ start: point, end: point + length })
    }
    unit += part.length
    point += length
  }
  return parts
}

/** Returns the type size of most characters. */
function largestShare(runs: readonly Run[]) {
  const lengths = new Map<number, number>()
  for (const { size, text } of runs) if (size !== undefined) lengths.set(size, (lengths.get(size) ?? 0) + text.length)
  return [...lengths].sort(([, one], [, other]) => other - one)[0]?.[0]
}
