import { personOfLink } from '@/lib/domain/mention'
import type { Drawn } from '@/lib/platform/markdown'
import type { KnownPeople } from './find-typed'

/**
 * Returns a text in which links to the pages of people say what these people are called now. Links to others are their
 * words alone, because the reader cannot open those pages.
 */
export const namingPeople = (people: KnownPeople, all: readonly Drawn[]): Drawn[] =>
  all.flatMap((drawn) => {
    if (typeof drawn === 'string') return [drawn]
    const id = drawn.tag === 'a' ? personOfLink(drawn.href) : undefined
    if (id === undefined) return [{ ...drawn, children: namingPeople(people, drawn.children) }]
    const person = people.get(id)
    if (!person) return drawn.children
    const words = `@${person.name}`
    return person.known ? [{ ...drawn, children: [words] }] : [words]
  })

/** Returns the IDs of the people to whose pages the links of a text lead. */
export const peopleLinked = (all: readonly Drawn[]): string[] =>
  all.flatMap((drawn) => {
    if (typeof drawn === 'string') return []
    const id = drawn.tag === 'a' ? personOfLink(drawn.href) : undefined
    return id === undefined ? peopleLinked(drawn.children) : [id]
  })
