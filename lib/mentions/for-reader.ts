import { personOfLink } from '@/lib/domain/mention'
import type { Drawn } from '@/lib/platform/markdown'

/**
 * Returns a text in which the links to the pages of people other than these are their words alone, because the reader
 * cannot open those pages.
 */
export const linkingOnly = (known: ReadonlySet<string>, all: readonly Drawn[]): Drawn[] =>
  all.flatMap((drawn) => {
    if (typeof drawn === 'string') return [drawn]
    const children = linkingOnly(known, drawn.children)
    const id = drawn.tag === 'a' ? personOfLink(drawn.href) : undefined
    return id === undefined || known.has(id) ? [{ ...drawn, children }] : children
  })

/** Returns the IDs of the people to whose pages the links of a text lead. */
export const peopleLinked = (all: readonly Drawn[]): string[] =>
  all.flatMap((drawn) => {
    if (typeof drawn === 'string') return []
    const id = drawn.tag === 'a' ? personOfLink(drawn.href) : undefined
    return id === undefined ? peopleLinked(drawn.children) : [id]
  })
