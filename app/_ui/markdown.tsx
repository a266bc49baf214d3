import { createElement, type ReactNode } from 'react'
import type { Drawn } from '@/lib/platform/markdown'
import { Prose } from './text'

const elsewhere = { rel: 'nofollow noopener noreferrer ugc' }

/** What people wrote in Markdown, from the plain data that `readMarkdown` makes of it. A link lends nobody our name. */
export const Written = ({ children }: { children: Drawn[] }) => <Prose>{children.map(block)}</Prose>

/** Plain text that people wrote, from what `withLinks` makes of it: its addresses are links. */
export const Plain = ({ children }: { children: Drawn[] }) => (
  <>{children.map((drawn, place) => element(drawn, place))}</>
)

/** A paragraph, a list and so on: each runs the way its own words do. */
const block = (drawn: Drawn, place: number) => element(drawn, place, { dir: 'auto' })

function element(drawn: Drawn, place: number, more = {}): ReactNode {
  if (typeof drawn === 'string') return drawn
  const { tag, href, children } = drawn
  const link = href === undefined ? {} : { href, ...elsewhere }
  return createElement(tag, { key: place, ...link, ...more }, ...children.map((child, place) => element(child, place)))
}
