import MarkdownIt, { type Token } from 'markdown-it'
import type { Code } from './i18n'
import { ownPath } from './own-path'
import { writtenText } from './text'
import { cachedByText } from './text-cache'

/** What Markdown may become: nothing else is ever drawn. */
export type Drawn = string | Element

type Element = { tag: Tag; href?: string; children: Drawn[] }

type Tag = 'p' | 'h3' | 'h4' | 'em' | 'strong' | 'code' | 'pre' | 'ul' | 'ol' | 'li' | 'blockquote' | 'a' | 'br' | 'hr'

/** More than a readable text needs: quotes and lists within each other, and elements in all. */
const deepest = 40
const mostElements = 2000

// Past `maxNesting` the parser reads no further, so that no text costs more than a few milliseconds.
const parser = new MarkdownIt('commonmark', { html: false, maxNesting: deepest + 10 })
// `linked` decides where a link may lead: what leads nowhere keeps its words.
parser.validateLink = () => true

/** Markdown that somebody writes: as other text, and neither nested too deeply nor made of too many parts to be drawn. */
export const markdownText = (missing: Code, longest: number) =>
  writtenText(missing, longest).superRefine((text, { addIssue }) => {
    const problem = problemOf(parser.parse(text, {}))
    if (problem) addIssue({ code: 'custom', message: problem })
  })

function problemOf(tokens: Token[]): Code | undefined {
  const all = tokens.flatMap((token) => [token, ...(token.children ?? [])])
  if (all.some(({ level }) => level >= deepest)) return 'markdown_too_deep'
  if (all.filter(({ nesting, type }) => nesting >= 0 && type !== 'text' && type !== 'inline').length > mostElements)
    return 'markdown_too_many'
  return undefined
}

/**
 * Reads Markdown as plain data: HTML stays text, a picture is its description, headings give way to the page's own. A
 * text that `markdownText` refuses, stored before it did, is one plain paragraph.
 */
export const readMarkdown = cachedByText((text: string): Drawn[] => {
  const tokens = parser.parse(text, {})
  return problemOf(tokens) ? [{ tag: 'p', children: [text] }] : drawnFrom(tokens)
})

const tags: Partial<Record<string, Tag>> = {
  paragraph_open: 'p',
  em_open: 'em',
  strong_open: 'strong',
  list_item_open: 'li',
  bullet_list_open: 'ul',
  ordered_list_open: 'ol',
  blockquote_open: 'blockquote',
  link_open: 'a',
}

/** Each token opens an element, closes the one opened last, or is a leaf of it. */
function drawnFrom(tokens: Token[]): Drawn[] {
  const root: Element = { tag: 'p', children: [] }
  const open = [root]
  for (const token of tokens.flatMap((token) => (token.type === 'inline' ? (token.children ?? []) : token))) {
    const within = open.at(-1) ?? root
    if (token.nesting === 1) open.push(opened(token))
    else if (token.nesting === 0) for (const drawn of leaf(token, open)) add(within, drawn)
    else {
      open.pop()
      const outer = open.at(-1) ?? root
      for (const drawn of within.tag === 'a' ? linked(within.href ?? '', within.children) : [within]) add(outer, drawn)
    }
  }
  return root.children
}

/** Adds to an element; a text after a text goes on with it. */
function add({ children }: Element, drawn: Drawn) {
  const last = children.at(-1)
  if (typeof drawn === 'string' && typeof last === 'string') children[children.length - 1] = last + drawn
  else if (drawn !== '') children.push(drawn)
}

function opened(token: Token): Element {
  if (token.type === 'heading_open') return { tag: token.tag < 'h3' ? 'h3' : 'h4', children: [] }
  const href = token.attrGet('href')
  return { tag: tags[token.type] ?? 'p', ...(href !== null && { href: String(href) }), children: [] }
}

function leaf(token: Token, open: Element[]): Drawn[] {
  switch (token.type) {
    case 'text':
      return open.some(({ tag }) => tag === 'a') ? [token.content] : withLinks(token.content)
    case 'softbreak':
      return ['\n']
    case 'hardbreak':
      return [{ tag: 'br', children: [] }]
    case 'code_inline':
      return [{ tag: 'code', children: [token.content] }]
    case 'code_block':
    case 'fence':
      return [{ tag: 'pre', children: [token.content.replace(/\n$/, '')] }]
    case 'hr':
      return [{ tag: 'hr', children: [] }]
    case 'image':
      return [parser.renderer.renderInlineAsText(token.children ?? [], parser.options, {})]
    default:
      return []
  }
}

/** Only these lead anywhere: what begins otherwise, such as a script, stays text. */
const safe = /^(?:https?:\/\/|mailto:|#)/i
const here = 'https://here.example'

/** Whether a link may lead there. An address that begins as one of our own must be one: `//elsewhere` and `/\elsewhere` are not. */
function leads(href: string) {
  if (href.startsWith('/')) return ownPath(href) !== null
  return safe.test(href) && URL.canParse(href, here)
}

const linked = (href: string, children: Drawn[]): Drawn[] => (leads(href) ? [{ tag: 'a', href, children }] : children)

const address = /(https?:\/\/[^\s<>]*[^\s<>.,;:!?'")\]])/

/** Plain text as data: an address of the web that somebody typed in it is a link. Takes time in proportion to its length. */
export const withLinks = (text: string): Drawn[] =>
  text.split(address).flatMap((part) => (address.test(part) ? linked(part, [part]) : part || []))
