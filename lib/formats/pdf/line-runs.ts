import type { Run } from '../runs'
import type { Item } from './page-items'
import type { Row } from './rows'

const dense = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}\u3000-\u303f\uff00-\uffef]/u

/** Where a line fills its width, characters without spaces between words are spread, which looks like spaces. */
const spread = new RegExp(`(?<=${dense.source}) (?=${dense.source})`, 'gu')

const label = /^\(?(?:\p{Nd}{1,4}|\p{Ll})(?:\.\p{Nd}{1,3}){0,5}[.)]?$/u

/** Returns the runs of a line, with a space where the page has a gap. */
export function runsOf({ items, size }: Row): Run[] {
  const runs: Run[] = []
  let before: Item | undefined
  for (const [place, item] of items.entries()) {
    if (before && isPrintedTwice(before, item)) {
      const last = runs.at(-1)
      if (last) last.bold = true
      continue
    }
    // Only the end of a line divides a word.
    const last = runs.at(-1)
    if (last) last.text = last.text.replace(/\u00AD$/, '')
    if (before && (hasSpace(before, item, size) || (place === 1 && isLabel(before, item)))) runs.push({ text: ' ' })
    const { text, bold, raised } = item
    runs.push({
      text: text.replace(/\s+/g, ' ').replace(spread, ''),
      bold,
      raised,
      size: Math.round(item.size * 10) / 10,
    })
    before = item
  }
  return runs
}

/** Some producers print a text twice, with a small shift, to make it bold. */
const isPrintedTwice = (before: Item, item: Item) =>
  before.text === item.text &&
  Math.abs(before.x - item.x) < 0.15 * item.size &&
  Math.abs(before.y - item.y) < 0.15 * item.size

/** Returns whether a line begins with a label whose text follows it closely: "12.2" before "The". */
const isLabel = (before: Item, item: Item) =>
  item.x >= before.end - 0.1 * item.size && label.test(before.text) && /^["“«‘]?\p{Lu}\p{Ll}/u.test(item.text)

function hasSpace(before: Item, item: Item, size: number) {
  const gap = item.x - before.end
  const sides = [[...before.text].at(-1) ?? '', [...item.text][0] ?? ''].map((side) => dense.test(side))
  if (sides.every(Boolean)) return gap > 0.9 * size
  // Producers set figures a quarter of an em apart from Chinese characters without a space between them.
  if (sides.some(Boolean)) return gap > 0.3 * size
  return item.spaced || gap > 0.18 * Math.min(before.size, item.size)
}
