import { computeAccessibleDescription, computeAccessibleName, getRole } from 'dom-accessibility-api'
import { isRendered, textOf } from './rendered'

const blocks = new Set(
  'address article aside blockquote dd div dl dt fieldset figure footer form h1 h2 h3 h4 h5 h6 header li main nav ol p section table td th tr ul'.split(
    ' ',
  ),
)

/** Returns what the computation of names reads of an element's style: whether it is hidden, or a block. */
function styleOf(element: Element): CSSStyleDeclaration {
  const display = blocks.has(element.localName) ? 'block' : 'inline'
  const style: Record<string, string> = {
    display: isRendered(element) ? display : 'none',
    visibility: 'visible',
    content: 'none',
  }
  return Object.assign(Object.create(null), style, { getPropertyValue: (name: string) => style[name] ?? '' })
}

const options = { getComputedStyle: styleOf, computedStyleSupportsPseudoElements: false }

/** Returns the name of an element for assistive technology. */
export const nameOf = (element: Element) => computeAccessibleName(element, options).replace(/\s+/g, ' ').trim()

/** Returns the description of an element for assistive technology. */
export const descriptionOf = (element: Element) =>
  computeAccessibleDescription(element, options).replace(/\s+/g, ' ').trim()

/** Returns the role of an element for assistive technology, or null if that does not see it. */
export function roleOf(element: Element): string | null {
  if (element.localName === 'summary') return null
  const isRowHeader = element.localName === 'th' && element.getAttribute('scope') === 'row'
  return isRowHeader && !element.hasAttribute('role') ? 'rowheader' : getRole(element)
}

/** Returns whether assistive technology sees an element. */
export const isPerceived = (element: Element) => isRendered(element) && element.closest('[aria-hidden="true"]') === null

/** Returns the level of a heading. */
export const levelOf = (element: Element) => Number(element.getAttribute('aria-level') ?? element.localName.slice(1))

/** Returns the texts that label an element: those it names, its own, or its label elements. */
export function labelsOf(element: Element): string[] {
  const named = element.getAttribute('aria-labelledby')?.split(/\s+/) ?? []
  const elements = named.map((id) => element.ownerDocument.getElementById(id)).filter((found) => found !== null)
  if (elements.length > 0) return elements.map(textOf)
  const own = element.getAttribute('aria-label')
  return [...(own ? [own] : []), ...labelElements(element).map(textOf)]
}

const labelable = new Set(['button', 'input', 'meter', 'output', 'progress', 'select', 'textarea'])

function labelElements(element: Element): Element[] {
  if (!labelable.has(element.localName) || element.getAttribute('type') === 'hidden') return []
  const around = element.closest('label:not([for])')
  const id = element.getAttribute('id')
  const pointing = [...element.ownerDocument.querySelectorAll('label[for]')].filter(
    (label) => label.getAttribute('for') === id,
  )
  return [...(around ? [around] : []), ...pointing]
}

/** Returns the field that a label belongs to. */
export function fieldOf(label: Element): Element | null {
  const id = label.getAttribute('for')
  if (id !== null) return label.ownerDocument.getElementById(id)
  return label.querySelector('button, input:not([type="hidden"]), select, textarea')
}
