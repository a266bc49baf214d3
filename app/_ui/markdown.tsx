import type { ReactElement, ReactNode } from 'react'
import Markdown, { type Components } from 'react-markdown'
import { Prose } from './text'

type Inner = { children?: ReactNode }

const Heading = ({ children }: Inner) => <h3>{children}</h3>
const Smaller = ({ children }: Inner) => <h4>{children}</h4>

/** Headings give way to the page's own; a picture is its description; a link lends nobody our name. */
const components: Components = {
  h1: Heading,
  h2: Heading,
  h3: Smaller,
  h4: Smaller,
  h5: Smaller,
  h6: Smaller,
  img: ({ alt }) => <>{alt}</>,
  a: ({ href, children }) => (
    <a href={href} rel="nofollow noopener noreferrer ugc">
      {children}
    </a>
  ),
}

/** What people wrote is read once: the same text is the same tree. */
const known = new Map<string, ReactElement>()
const most = 500

/** What people wrote in Markdown, drawn safely: HTML stays text, and no address can run a script. */
export function Written({ children }: { children: string }) {
  const there = known.get(children)
  if (there) return there

  const tree = (
    <Prose>
      <Markdown components={components}>{children}</Markdown>
    </Prose>
  )
  if (known.size >= most) known.clear()
  known.set(children, tree)
  return tree
}
