/** The markup of a page as data: an element with its attributes as written, or a text. */
export type Markup = string | { tag: string; attributes: Record<string, string>; children: Markup[] }

const empty = new Set(['br', 'hr', 'img', 'input', 'link', 'meta', 'wbr'])
const named: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', '#x27': "'" }

/** Returns the content of the body of a page that React rendered, without its scripts. */
export function markupOf(html: string): Markup[] {
  const body = html.slice(html.search(/<body[ >]/)).replaceAll(/<script[ >].*?<\/script>|<!--.*?-->/gs, '')
  const root: Exclude<Markup, string> = { tag: 'body', attributes: {}, children: [] }
  const open = [root]
  for (const [, closed, tag = '', written = '', text] of body.matchAll(/<(\/?)([\w-]+)((?:[\s/][^>]*)?)>|([^<]+)/g)) {
    const within = open.at(-1) ?? root
    if (text !== undefined) within.children.push(plain(text))
    else if (closed) open.pop()
    else if (tag !== 'body') {
      const element = { tag, attributes: attributesIn(written), children: [] }
      within.children.push(element)
      if (!empty.has(tag)) open.push(element)
    }
  }
  return root.children
}

const attributesIn = (written: string) =>
  Object.fromEntries(
    [...written.matchAll(/([^\s=/]+)="([^"]*)"/g)].map(([, name = '', value = '']) => [name, plain(value)]),
  )

const plain = (text: string) => text.replaceAll(/&(#x27|\w+);/g, (whole, name) => named[name] ?? whole)
