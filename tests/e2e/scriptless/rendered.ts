const neverShown = new Set(['head', 'script', 'style', 'template', 'datalist'])

/** What hides an element and all in it. `data-scripted` marks what works only with script, `data-paper` what is printed. */
const hiding = ['hidden', 'data-scripted', 'data-paper']

/** Returns whether a browser without script shows an element, as far as attributes decide it. Style sheets are not read. */
export function isRendered(element: Element): boolean {
  if (element.localName === 'input' && element.getAttribute('type') === 'hidden') return false
  for (let one: Element | null = element; one; one = one.parentElement) if (hides(one)) return false
  return true
}

function hides(element: Element) {
  const { localName, parentElement } = element
  if (neverShown.has(localName) || hiding.some((name) => element.hasAttribute(name))) return true
  if (localName === 'dialog' && !element.hasAttribute('open')) return true
  return parentElement?.localName === 'details' && localName !== 'summary' && !parentElement.hasAttribute('open')
}

/** Returns the text of an element with single spaces. Text that no browser shows is left out. */
export function textOf(element: Element): string {
  return read(element).replace(/\s+/g, ' ').trim()
}

function read(node: Node): string {
  if (node.nodeType === 3) return node.textContent ?? ''
  if (node.nodeType !== 1 || ['script', 'style', 'template'].includes((node as Element).localName)) return ''
  return [...node.childNodes].map(read).join('')
}

/** What a text should be: a part of it in any case, with `exact` the whole of it, or a pattern. */
export type Wanted = string | RegExp

/** Returns whether a text is as wanted. */
export function isLike(text: string, wanted: Wanted, exact = false): boolean {
  if (wanted instanceof RegExp) return new RegExp(wanted.source, wanted.flags.replace('g', '')).test(text)
  const words = wanted.replace(/\s+/g, ' ').trim()
  return exact ? text === words : text.toLowerCase().includes(words.toLowerCase())
}
