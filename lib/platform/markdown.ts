import { fromMarkdown } from 'mdast-util-from-markdown'

/** What Markdown may become: nothing else is ever drawn. */
export type Drawn = string | { tag: Tag; href?: string; children: Drawn[] }

type Tag = 'p' | 'h3' | 'h4' | 'em' | 'strong' | 'code' | 'pre' | 'ul' | 'ol' | 'li' | 'blockquote' | 'a' | 'br' | 'hr'

type Root = ReturnType<typeof fromMarkdown>
type Node = Root['children'][number]
/** Where the links lead that name their address elsewhere in the text. */
type Addresses = ReadonlyMap<string, string>

const tags: Partial<Record<Node['type'], Tag>> = {
  paragraph: 'p',
  emphasis: 'em',
  strong: 'strong',
  listItem: 'li',
  blockquote: 'blockquote',
  break: 'br',
  thematicBreak: 'hr',
}

/** Markdown as plain data: HTML stays text, a picture is its description, headings give way to the page's own. */
export function readMarkdown(text: string): Drawn[] {
  const { children } = fromMarkdown(text)
  const addresses = new Map(
    children.flatMap((node) => (node.type === 'definition' ? [[node.identifier, node.url] as const] : [])),
  )
  return children.flatMap((node) => draw(node, addresses))
}

function draw(node: Node, addresses: Addresses): Drawn[] {
  const children = 'children' in node ? node.children.flatMap((child: Node) => draw(child, addresses)) : []
  switch (node.type) {
    case 'text':
      return withLinks(node.value)
    case 'html':
      return [node.value]
    case 'heading':
      return [{ tag: node.depth < 3 ? 'h3' : 'h4', children }]
    case 'list':
      return [{ tag: node.ordered ? 'ol' : 'ul', children }]
    case 'inlineCode':
      return [{ tag: 'code', children: [node.value] }]
    case 'code':
      return [{ tag: 'pre', children: [node.value] }]
    case 'link':
      return linked(node.url, children)
    case 'linkReference':
      return linked(addresses.get(node.identifier) ?? '', children)
    case 'image':
    case 'imageReference':
      return [node.alt ?? '']
    default: {
      const tag = tags[node.type]
      return tag ? [{ tag, children }] : []
    }
  }
}

/** Only these lead anywhere: what begins otherwise, such as a script, stays text. */
const safe = /^(?:https?:\/\/|mailto:|\/(?!\/)|#)/i

const leads = (href: string) => safe.test(href) && URL.canParse(href, 'https://here.example')

const linked = (href: string, children: Drawn[]): Drawn[] => (leads(href) ? [{ tag: 'a', href, children }] : children)

const address = /(https?:\/\/[^\s<>]*[^\s<>.,;:!?'")\]])/

/** An address that somebody just typed leads there too. */
const withLinks = (text: string): Drawn[] =>
  text.split(address).flatMap((part) => (address.test(part) ? linked(part, [part]) : part || []))
