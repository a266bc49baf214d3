/** A run of equal pieces of two lists: where it begins in each, and how long it is. */
export type Common = { a: number; b: number; length: number }

/** Above so many differences, the lists are taken as different between their common beginning and end. */
const mostEdits = 500

/**
 * Returns what two lists have in common in the same order, with as few differences as possible (Myers, "An O(ND)
 * difference algorithm"). The time is bounded by the number of differences.
 */
export function commonRuns(a: readonly string[], b: readonly string[]): Common[] {
  let from = 0
  while (from < a.length && from < b.length && a[from] === b[from]) from++
  let [endA, endB] = [a.length, b.length]
  while (endA > from && endB > from && a[endA - 1] === b[endB - 1]) {
    endA--
    endB--
  }
  const middle = shortestEdits(a.slice(from, endA), b.slice(from, endB))
  const runs = [
    { a: 0, b: 0, length: from },
    ...middle.map((run) => ({ a: run.a + from, b: run.b + from, length: run.length })),
    { a: endA, b: endB, length: a.length - endA },
  ]
  return runs.filter(({ length }) => length > 0)
}

/** The farthest places that are reached with one number of edits, by diagonal. */
type Front = Int32Array

function shortestEdits(a: readonly string[], b: readonly string[]): Common[] {
  if (a.length === 0 || b.length === 0) return []
  const fronts: Front[] = []
  const most = Math.min(mostEdits, a.length + b.length)
  let front: Front = new Int32Array(2 * most + 3)
  const zero = most + 1
  for (let edits = 0; edits <= most; edits++) {
    fronts.push(front)
    const next = front.slice()
    for (let k = -edits; k <= edits; k += 2) {
      let x = startOf(front, zero, { k, edits })
      while (x < a.length && x - k < b.length && a[x] === b[x - k]) x++
      next[zero + k] = x
      if (x >= a.length && x - k >= b.length) return walkBack(fronts, zero, a.length, b.length)
    }
    front = next
  }
  return []
}

type Step = { k: number; edits: number }

/** Returns where a diagonal is entered: from above, or from the left. */
function startOf(front: Front, zero: number, { k, edits }: Step): number {
  if (edits === 0) return 0
  return fromAbove(front, zero, { k, edits }) ? (front[zero + k + 1] ?? 0) : (front[zero + k - 1] ?? 0) + 1
}

const fromAbove = (front: Front, zero: number, { k, edits }: Step) =>
  k === -edits || (k !== edits && (front[zero + k - 1] ?? 0) < (front[zero + k + 1] ?? 0))

function walkBack(fronts: readonly Front[], zero: number, endA: number, endB: number): Common[] {
  const runs: Common[] = []
  let [x, y] = [endA, endB]
  for (let edits = fronts.length - 1; edits >= 0; edits--) {
    const front = fronts[edits] ?? new Int32Array(0)
    const k = x - y
    const start = startOf(front, zero, { k, edits })
    if (x > start) runs.push({ a: start, b: start - k, length: x - start })
    if (edits === 0) break
    const previous = fromAbove(front, zero, { k, edits }) ? k + 1 : k - 1
    x = front[zero + previous] ?? 0
    y = x - previous
  }
  return runs.reverse()
}
