import { type DefaultTreeAdapterMap, defaultTreeAdapter, parse } from 'parse5'
import { RefusedFile } from '../file-refusals'

export type Element = DefaultTreeAdapterMap['element']
type Node = DefaultTreeAdapterMap['node']

/** Pages nest some dozen elements. The parser searches all open elements again and again. */
const deepest = 1_000

/** Parses a page. Refuses one whose elements are nested so deeply that parsing it would take minutes. */
export function parsePage(html: string) {
  let depth = 0
  return parse(html, {
    scriptingEnabled: false,
    treeAdapter: {
      ...defaultTreeAdapter,
      onItemPush() {
        depth++
        if (depth > deepest) throw new RefusedFile('file_nested', { maximum: deepest })
      },
      onItemPop() {
        depth--
      },
    },
  })
}

type Visitor = { enter: (element: Element) => boolean; leave: (element: Element) => void; text: (text: string) => void }

/** Visits the elements and texts below a node in order, without recursion. `enter` says whether to visit what is inside. */
export function walk(root: Node, { enter, leave, text }: Visitor) {
  const open: { element?: Element; children: Node[]; next: number }[] = [{ children: childrenOf(root), next: 0 }]
  for (let last = open.at(-1); last; last = open.at(-1)) {
    const node = last.children[last.next++]
    if (!node) {
      if (last.element) leave(last.element)
      open.pop()
    } else if (isElement(node)) {
      if (enter(node)) open.push({ element: node, children: node.childNodes, next: 0 })
    } else if ('value' in node) text(node.value)
  }
}

const isElement = (node: Node): node is Element => 'tagName' in node
const childrenOf = (node: Node) => ('childNodes' in node ? node.childNodes : [])

/** Returns the elements below a node, in order. */
export function elementsIn(root: Node): Element[] {
  const found: Element[] = []
  const enter = (element: Element) => found.push(element) > 0
  walk(root, { enter, leave: () => {}, text: () => {} })
  return found
}

/** Returns the text below a node, with single spaces. */
export function textIn(root: Node): string {
  const parts: string[] = []
  walk(root, { enter: () => true, leave: () => {}, text: (text) => parts.push(text) })
  return parts.join('').replace(/\s+/g, ' ').trim()
}

/** Returns an attribute of an element. */
export const attribute = (element: Element, name: string) => element.attrs.find((found) => found.name === name)?.value
