import { letters, roman } from '../write-numerals'
import { whyLeftOut } from './shown'
import { attribute, type Element } from './walk'

/**
 * A list whose items are being read. `next` is the number of its next item, which a bulleted list does not have, and
 * `opened` says whether the text of the latest item has begun. A nested list stands within a paragraph.
 */
export type List = { next?: number; step: 1 | -1; type: string; nested?: boolean; opened?: boolean }

const styles: Record<string, string> = {
  decimal: '1',
  'lower-alpha': 'a',
  'lower-latin': 'a',
  'upper-alpha': 'A',
  'upper-latin': 'A',
  'lower-roman': 'i',
  'upper-roman': 'I',
  none: 'none',
}

/** Returns how the items of a list are labelled. */
export function listOf(element: Element, hides: (element: Element) => boolean): List {
  if (element.tagName !== 'ol') return { step: 1, type: typeOf(element) ?? '•' }
  const reversed = attribute(element, 'reversed') !== undefined
  const items = reversed ? element.childNodes.filter((node) => 'tagName' in node && isItem(node, hides)).length : 1
  return {
    next: wholeNumber(attribute(element, 'start')) ?? items,
    step: reversed ? -1 : 1,
    type: typeOf(element) ?? '1',
  }
}

const isItem = (element: Element, hides: (element: Element) => boolean) =>
  element.tagName === 'li' && !whyLeftOut(element, hides)

/** Returns the label of the next item of a list, as browsers print it, or undefined if it has none. */
export function labelOf(list: List | undefined, item: Element): string | undefined {
  if (!list) return undefined
  const type = typeOf(item) ?? list.type
  if (list.next === undefined) return type === 'none' ? undefined : '•'
  const number = wholeNumber(attribute(item, 'value')) ?? list.next
  list.next = number + list.step
  return type === 'none' ? undefined : `${numeral(number, type)}.`
}

function typeOf(element: Element) {
  const [, value = ''] = /list-style(?:-type)?\s*:([^;]*)/i.exec(attribute(element, 'style') ?? '') ?? []
  const style = value
    .toLowerCase()
    .split(/\s+/)
    .find((word) => Object.hasOwn(styles, word))
  return style === undefined ? attribute(element, 'type') : styles[style]
}

function numeral(number: number, type: string) {
  if (type === 'a') return letters(number)
  if (type === 'A') return letters(number).toUpperCase()
  if (type === 'i') return roman(number)
  if (type === 'I') return roman(number).toUpperCase()
  return String(number)
}

const wholeNumber = (text: string | undefined) =>
  /^\s*[-+]?\d{1,9}/.test(text ?? '') ? Number.parseInt(text ?? '', 10) : undefined
