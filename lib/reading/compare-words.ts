import { commonRuns } from './common-runs'
import { codePoints, type Span } from './sentences'

/** A part of two versions of a text: the same in both, or else what one has in place of the other. Either can be empty. */
export type Run = { same: boolean; before: Span; after: Span }

/** Scripts without spaces between words are compared sign by sign. */
const piece =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}]\p{M}*|[\p{L}\p{M}\p{N}]+|\s+|[^\s\p{L}\p{M}\p{N}]\p{M}*/gu

/** Returns the words of a text, the spaces and the signs between them. Together they are the text. */
const piecesOf = (text: string) => text.match(piece) ?? []

/** Returns what two versions of a text have in common and where they differ, word by word, in the order of both. */
export function compareWords(before: string, after: string): Run[] {
  const [was, is] = [piecesOf(before), piecesOf(after)]
  const [wasAt, isAt] = [placesOf(was), placesOf(is)]
  const span = (at: readonly number[], from: number, to: number) => ({ start: at[from] ?? 0, end: at[to] ?? 0 })
  const runs: Run[] = []
  let [a, b] = [0, 0]
  const add = (same: boolean, toA: number, toB: number) => {
    if (toA > a || toB > b) runs.push({ same, before: span(wasAt, a, toA), after: span(isAt, b, toB) })
    a = toA
    b = toB
  }
  for (const common of commonRuns(was, is)) {
    add(false, common.a, common.b)
    add(true, common.a + common.length, common.b + common.length)
  }
  add(false, was.length, is.length)
  return readable(runs, before)
}

/** Returns the place of each piece, in code points, and the place after the last one. */
function placesOf(pieces: readonly string[]): number[] {
  const places = [0]
  for (const one of pieces) places.push((places.at(-1) ?? 0) + codePoints(one))
  return places
}

/** Joins differences that have only a space or a sign between them: a phrase is read as a whole, not word by word. */
function readable(runs: readonly Run[], before: string): Run[] {
  const points = [...before]
  const joins = (place: number) => {
    const run = runs[place]
    if (!run?.same || runs[place - 1]?.same !== false || runs[place + 1]?.same !== false) return false
    return !/[\p{L}\p{N}]/u.test(points.slice(run.before.start, run.before.end).join(''))
  }
  const joined: Run[] = []
  for (const [place, run] of runs.entries()) {
    const last = joined.at(-1)
    const same = run.same && !joins(place)
    if (last && !last.same && !same) {
      last.before = { start: last.before.start, end: run.before.end }
      last.after = { start: last.after.start, end: run.after.end }
    } else joined.push({ ...run, same })
  }
  return joined
}

/** Returns where a part of a text is in its new version. What was inserted at its ends does not belong to it. */
export function spanAfter(runs: readonly Run[], { start, end }: Span): Span {
  const first = runs.find(({ before }) => before.start <= start && start < before.end)
  const last = runs.find(({ before }) => before.start < end && end <= before.end)
  const from = first ? (first.same ? first.after.start + start - first.before.start : first.after.start) : 0
  const to = last ? (last.same ? last.after.start + end - last.before.start : last.after.end) : 0
  return { start: from, end: Math.max(from, to) }
}

const word =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}]|[\p{L}\p{M}\p{N}]+/gu

/** Returns the words of a text in lower case, without what stands between them. */
export const wordsIn = (text: string): string[] => text.toLowerCase().match(word) ?? []

/** Returns how much two lists of words have in common, from 0 to 1, whatever their order. */
export function similarity(words: readonly string[], others: readonly string[]): number {
  if (words.length + others.length === 0) return 0
  const counts = new Map<string, number>()
  for (const one of words) counts.set(one, (counts.get(one) ?? 0) + 1)
  let common = 0
  for (const one of others) {
    const left = counts.get(one) ?? 0
    if (left > 0) common++
    counts.set(one, left - 1)
  }
  return (2 * common) / (words.length + others.length)
}
