import { type Counting, placesOf } from './labels'

/** One list within a paragraph: how it counts, its latest place, and the paragraph that its items are part of. */
type Level = { counting: Counting; place: number; parent: number | undefined; at: number }

/** The lists that are open within a paragraph, the innermost last. */
export type Nesting = readonly Level[]

/** Lists within lists, at most: what no known way of counting fits opens no further one. */
const deepest = 6

/** Where a part belongs: next in an open list, or first in a new one within the latest part, or within `top`. */
export function nest(outline: Nesting, label: string, at: number, top: number | undefined) {
  const places = placesOf(label)
  const next = outline.findLastIndex(({ counting, place }) => places.get(counting) === place + 1)
  const alike = next === -1 ? outline.findLastIndex(({ counting }) => beginsAnew(places, counting)) : next
  const within = alike === -1 && outline.length === deepest ? deepest - 1 : alike
  const level = outline[within]
  if (level) {
    const place = places.get(level.counting) ?? level.place
    return { parent: level.parent, outline: [...outline.slice(0, within), { ...level, place, at }] }
  }
  const parent = outline.at(-1)?.at ?? top
  const counting = [...places].find(([, place]) => place === 1)?.[0] ?? [...places.keys()][0] ?? 'letters'
  const opened = { counting, place: places.get(counting) ?? 0, parent, at }
  return { parent, outline: [...outline, opened] }
}

/** A list of the same sort that skips a letter, or begins again, is the same list; "(i)" after "(a)" is a new one. */
const beginsAnew = (places: Map<Counting, number>, counting: Counting) => {
  const first = [...places].find(([, place]) => place === 1)?.[0]
  return first ? first === counting : places.has(counting)
}
