import { type Counting, placesOf } from './sequences'

/**
 * A list within a paragraph: its numbering, the place of its latest item, and the paragraph to which its items belong.
 */
type Level = { counting: Counting; place: number; parent: number | undefined; at: number }

/** The open lists within a paragraph, the innermost last. */
export type Nesting = readonly Level[]

/** The deepest nesting of lists. An item that fits no known numbering opens no further list. */
const deepest = 6

/**
 * Returns where a part belongs: next in an open list, or first in a new list within the latest part, or within `top`.
 */
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

/**
 * Returns whether an item starts a new list. A list with the same numbering that skips a letter or starts again is the
 * same list. "(i)" after "(a)" starts a new list.
 */
const beginsAnew = (places: Map<Counting, number>, counting: Counting) => {
  const first = [...places].find(([, place]) => place === 1)?.[0]
  return first ? first === counting : places.has(counting)
}
