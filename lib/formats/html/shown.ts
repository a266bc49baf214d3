import { attribute, type Element } from './walk'

const never = new Set(
  'head nav header footer script style template noscript iframe object svg select button textarea datalist del s'.split(
    ' ',
  ),
)
const furniture = new Set(['navigation', 'banner', 'contentinfo', 'search', 'doc-backlink'])

/** Returns whether an element belongs to the text: navigation, page furniture, controls and hidden parts do not. */
export function isShown(element: Element): boolean {
  if (never.has(element.tagName) || furniture.has(attribute(element, 'role') ?? '')) return false
  if (attribute(element, 'hidden') !== undefined || attribute(element, 'aria-hidden') === 'true') return false
  if (element.tagName === 'dialog' && attribute(element, 'open') === undefined) return false
  return !/(?:display\s*:\s*none|visibility\s*:\s*hidden)/i.test(attribute(element, 'style') ?? '')
}
