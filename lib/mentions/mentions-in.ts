import 'server-only'
import type { Actor } from '@/lib/domain/actor'
import { mentionLink, personOfLink } from '@/lib/domain/mention'
import { type Drawn, readMarkdown } from '@/lib/platform/markdown'
import { invalidField, ok, type Result } from '@/lib/platform/result'
import { type Found, findTyped, knownAmong, type Mentioned } from './find-typed'
import { typedInMarkdown, typedNames } from './typed-names'

/** A text as it is stored, and the IDs of the people whom it mentions. */
export type WithMentions = { text: string; mentioned: string[] }

/** The largest number of people whom one text can mention. */
const mostMentioned = 20

/**
 * Returns a text in Markdown in which each name or email address after an @ links to its person, if it is the name of
 * exactly one person of whom the actor may know. `field` is the field of a refusal: `mentions_too_many`.
 */
export async function mentionsInMarkdown(actor: Actor, text: string, field: string): Promise<Result<WithMentions>> {
  if (!text.includes('@')) return ok({ text, mentioned: [] })
  const linked = replaced(text, await findTyped(actor, typedInMarkdown(text)), mentionLink)
  const mentioned = linksIn(readMarkdown(linked))
  if (mentioned.length > mostMentioned) return tooMany(field)
  const people = await knownAmong(actor, mentioned)
  return ok({ text: linked, mentioned: mentioned.filter((id) => people.get(id)?.known) })
}

/**
 * Returns a plain text in which the email address of a person after an @ is their name. `field` is the field of a
 * refusal: `mentions_too_many`.
 */
export async function mentionsInText(actor: Actor, text: string, field: string): Promise<Result<WithMentions>> {
  if (!text.includes('@')) return ok({ text, mentioned: [] })
  const found = await findTyped(actor, typedNames(text))
  const mentioned = [...new Set(found.flatMap((one) => meantBy(one)?.id ?? []))]
  if (mentioned.length > mostMentioned) return tooMany(field)
  const named = ({ name }: Mentioned, typed: string) => `@${typed.includes('@') ? name : typed}`
  return ok({ text: replaced(text, found, named), mentioned })
}

const tooMany = (field: string) => invalidField(field, 'mentions_too_many', { most: mostMentioned })

/** Returns the person who is meant, if there is only one. */
const meantBy = ({ people }: Found) => (people.length === 1 ? people[0] : undefined)

function replaced(text: string, found: readonly Found[], write: (person: Mentioned, typed: string) => string) {
  let done = 0
  const parts = found.flatMap((one) => {
    const person = meantBy(one)
    if (!person || one.from < done) return []
    const part = text.slice(done, one.from) + write(person, one.typed)
    done = one.past
    return [part]
  })
  return parts.join('') + text.slice(done)
}

/** Returns the IDs of the people to whose pages the links lead whose words begin with an @. */
function linksIn(all: readonly Drawn[]): string[] {
  const ids = all.flatMap((drawn) => {
    if (typeof drawn === 'string') return []
    const id = drawn.tag === 'a' ? personOfLink(drawn.href) : undefined
    return id !== undefined && isMention(drawn.children) ? [id] : linksIn(drawn.children)
  })
  return [...new Set(ids)]
}

const isMention = ([first]: readonly Drawn[]) => typeof first === 'string' && first.startsWith('@')
