import type { Why } from '@/lib/reading/removed'
import { boundaries } from './boundaries'
import { attribute, type Element, walk } from './walk'

const words = (text: string): ReadonlySet<string> => new Set(text.split(' '))

/** What contains no text for readers. */
const textless = words('head script style iframe object svg textarea datalist')
const navigation = words('nav header footer button select')
const roles = words('navigation banner contentinfo search')
const deleted = words('del s strike')
const hidden = words('template noscript')

/** Returns whether an element contains no text for readers. A link from a note back to its mark has none either. */
const isTextless = (element: Element) => textless.has(element.tagName) || attribute(element, 'role') === 'doc-backlink'

/** Returns why an element is no part of the text, or undefined if it is one. `hides` says what style sheets hide. */
export function whyLeftOut(element: Element, hides: (element: Element) => boolean): Why | 'textless' | undefined {
  const { tagName } = element
  if (isTextless(element)) return 'textless'
  if (isHidden(element) || hides(element)) return 'hidden'
  if (deleted.has(tagName)) return 'deleted'
  return navigation.has(tagName) || roles.has(attribute(element, 'role') ?? '') ? 'navigation' : undefined
}

function isHidden(element: Element): boolean {
  if (hidden.has(element.tagName)) return true
  if (attribute(element, 'hidden') !== undefined || attribute(element, 'aria-hidden') === 'true') return true
  if (element.tagName === 'dialog' && attribute(element, 'open') === undefined) return true
  return /(?:display\s*:\s*none|visibility\s*:\s*hidden)/i.test(attribute(element, 'style') ?? '')
}

/** Returns the texts in an element that is left out, one for each of its paragraphs. */
export function textsLeftOut(element: Element, why: Why): string[] {
  const texts: string[][] = [[]]
  const divide = ({ tagName }: Element) => {
    const isEntry = why === 'navigation' && tagName === 'a'
    if (isEntry || boundaries.has(tagName) || tagName === 'br') texts.push([])
  }
  walk(element, {
    enter(inner) {
      if (isTextless(inner)) return false
      divide(inner)
      return true
    },
    leave: divide,
    text: (text) => texts.at(-1)?.push(text),
  })
  return texts.map((parts) => parts.join('').replace(/\s+/g, ' ').trim()).filter((text) => text !== '')
}
