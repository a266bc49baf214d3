import { attribute, type Element, elementsIn, textIn } from './walk'

/** The marks of the notes of a page, by the element that begins each note. */
export type Notes = ReadonlyMap<Element, string>

const names = (element: Element) => [attribute(element, 'id'), attribute(element, 'name')]

/** Finds the notes of a page: what a superscript link leads to, further down. A link in a note leads back up. */
export function notesIn(root: Parameters<typeof elementsIn>[0]): Notes {
  const marks = new Map<string, string>()
  const notes = new Map<Element, string>()
  for (const element of elementsIn(root)) {
    for (const name of names(element)) {
      const mark = name === undefined ? undefined : marks.get(name)
      if (mark !== undefined && !notes.has(element)) notes.set(element, mark)
    }
    const mark = markOf(element)
    const target = attribute(element, 'href')?.slice(1)
    if (mark && target && !marks.has(target)) marks.set(target, mark)
  }
  return notes
}

/** Returns the mark that an element shows if it is a link to a note on the same page. */
function markOf(element: Element) {
  if (element.tagName !== 'a' || !attribute(element, 'href')?.startsWith('#')) return undefined
  const parent = element.parentNode && 'tagName' in element.parentNode ? element.parentNode.tagName : ''
  const raised = parent === 'sup' || element.childNodes.some((node) => 'tagName' in node && node.tagName === 'sup')
  const declared = /noteref/.test(`${attribute(element, 'role')} ${attribute(element, 'epub:type')}`)
  const mark = textIn(element).replace(/^[[(]|[\])]$/g, '')
  return (raised || declared) && /^\S{1,5}$/.test(mark) ? mark : undefined
}

/** Returns whether a link is a sign that leads from a note back to its mark. */
export const leadsBack = (element: Element) =>
  element.tagName === 'a' &&
  attribute(element, 'href')?.startsWith('#') === true &&
  !/[\p{L}\p{N}]/u.test(textIn(element))
