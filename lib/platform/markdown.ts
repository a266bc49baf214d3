import MarkdownIt, { type Token } from 'markdown-it'
import type { Code } from './i18n'
import { ownPath } from './own-path'
import { shortened, writtenText } from './text'
import { cachedByText } from './text-cache'

/** The output of Markdown. Nothing else is ever rendered. */
export type Drawn = string | Element

type Element = { tag: Tag; href?: string; children: Drawn[] }

type Tag = 'p' | 'h3' | 'h4' | 'em' | 'strong' | 'code' | 'pre' | 'ul' | 'ol' | 'li' | 'blockquote' | 'a' | 'br' | 'hr'

/** Limits on the nesting of quotes and lists and on the number of elements. A readable text needs less. */
const deepest = 40
const mostElements = 2000

// Beyond `maxNesting` the parser reads no further, so that no text takes more than a few milliseconds.
const parser = new MarkdownIt('commonmark', { html: false, maxNesting: deepest + 10 })
// `linked` decides which links are allowed. A link that is not allowed becomes its text.
parser.validateLink = () => true

/**
 * A schema for Markdown that someone writes. It refuses what other texts refuse, and text that is nested too deeply or
 * has too many parts to be rendered.
 */
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
 * Parses Markdown into plain data. HTML stays text, an image becomes its description, and headings become lower than
 * those of the page. A stored text that `markdownText` would refuse today becomes one plain paragraph.
 */
export const readMarkdown = cachedByText((text: string): Drawn[] => {
  const tokens = parser.parse(text, {})
  return problemOf(tokens) ? [{ tag: 'p', children: [text] }] : drawnFrom(tokens)
})

/** Returns what a Markdown text says, in plain words and on one line. */
export const plainWords = (text: string): string => wordsIn(readMarkdown(text)).replace(/\s+/g, ' ').trim()

const inline: ReadonlySet<Tag> = new Set(['em', 'strong', 'code', 'a'])

const wordsIn = (drawn: Drawn[]): string =>
  drawn
    .map((one) => {
      if (typeof one === 'string') return one
      return inline.has(one.tag) ? wordsIn(one.children) : ` ${wordsIn(one.children)} `
    })
    .join('')

/** Returns the beginning of what a Markdown text says, in plain words. Reads no more of a long text than it needs. */
export function beginningOf(text: string, longest: number): string {
  const read = text.slice(0, 4 * longest).replace(/[\uD800-\uDBFF]$/, '')
  const words = plainWords(read)
  return shortened(read.length < text.length ? `${words}…` : words, longest)
}

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

/** Builds a tree of elements. Each token opens an element, closes the one that was opened last, or is a leaf in it. */
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

/** Adds to an element. Joins a text to the text before it. */
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

/** The only kinds of link that are allowed. A link of any other kind, such as a script, stays text. */
const safe = /^(?:https?:\/\/|mailto:|#)/i
const here = 'https://here.example'

/**
 * Returns whether a link is allowed. An address that starts like one of ours must be one: `//elsewhere` and
 * `/\elsewhere` are not.
 */
function leads(href: string) {
  if (href.startsWith('/')) return ownPath(href) !== null
  return safe.test(href) && URL.canParse(href, here)
}

const linked = (href: string, children: Drawn[]): Drawn[] => (leads(href) ? [{ tag: 'a', href, children }] : children)

const address = /(https?:\/\/[^\s<>]*[^\s<>.,;:!?'")\]])/

/** Turns plain text into data in which the web addresses are links. Takes linear time. */
export const withLinks = (text: string): Drawn[] =>
  text.split(address).flatMap((part) => (address.test(part) ? linked(part, [part]) : part || []))
