import type { Item } from './page-items'
import type { Row } from './rows'

const label = /^(?:\(?(?:\p{Nd}{1,4}|\p{Ll}|[ivxl]{1,6}|\p{Lu})[.)]?|\p{Nd}{1,3}(?:\.\p{Nd}{1,3}){1,5}\.?)$/u

const bullet = /^[-–—•·▪◦●■►]$/u

/** Returns whether a piece of text can be the label before a paragraph. */
export const isLabel = ({ text }: Item) => label.test(text) || bullet.test(text)

/** The least space between a label and its text, in type sizes. */
const between = 0.9

/** Edges that differ less are the same, in points. */
const sameEdge = 1.5

/** Returns the place where the text after a label begins, if a line begins with a label that stands apart. */
function textAfterLabel({ items: [first, second], size }: Row): number | undefined {
  if (!first || !second || !label.test(first.text)) return undefined
  return second.x - first.end >= between * size ? second.x : undefined
}

/**
 * Returns the lines that begin with a label to the left of their text: the line before or after, or the text after
 * another label, begins where the text does. Words that are far apart in a line stand anywhere.
 */
export function hangingIn(rows: readonly Row[]): Set<Row> {
  const texts = rows.map(textAfterLabel)
  const edges = rows.map(({ items }, place) => texts[place] ?? items.find(isVisible)?.x)
  const found = new Set<Row>()
  for (const [place, row] of rows.entries()) {
    const at = texts[place]
    if (at === undefined) continue
    const others = [edges[place - 1], edges[place + 1], ...texts.filter((_, other) => other !== place)]
    if (others.some((edge) => edge !== undefined && Math.abs(edge - at) <= sameEdge)) found.add(row)
  }
  return found
}

const isVisible = ({ text }: Item) => text !== ''
