import { createElement, type ReactNode } from 'react'
import type { Drawn } from '@/lib/platform/markdown'
import { Prose } from './text'

const elsewhere = { rel: 'nofollow noopener noreferrer ugc' }

/** Renders Markdown from the plain data of `readMarkdown`. Its links do not pass on our reputation to other sites. */
export const Written = ({ children }: { children: Drawn[] }) => <Prose>{children.map(block)}</Prose>

/** Renders plain text from the data of `withLinks`. The addresses in it are links. */
export const Plain = ({ children }: { children: Drawn[] }) => (
  <>{children.map((drawn, place) => element(drawn, place))}</>
)

/** Renders a paragraph, a list and so on. The direction of each depends on its own text. */
const block = (drawn: Drawn, place: number) => element(drawn, place, { dir: 'auto' })

function element(drawn: Drawn, place: number, more = {}): ReactNode {
  if (typeof drawn === 'string') return drawn
  const { tag, href, children } = drawn
  const link = href === undefined ? {} : { href, ...elsewhere }
  return createElement(tag, { key: place, ...link, ...more }, ...children.map((child, place) => element(child, place)))
}
