import 'server-only'
import { z } from 'zod'
import type { Actor } from '@/lib/domain/actor'
import { Email } from '@/lib/domain/email'
import { keysTyped } from '@/lib/keys/typed-keys'
import { erasePerson } from '@/lib/people/erase-person'
import { mayErase } from '@/lib/people/erasure-fields'
import { db } from '@/lib/platform/db'
import { ExistingId } from '@/lib/platform/id'
import { conflict, forbidden, notFound, ok, type Result, unparsed } from '@/lib/platform/result'
import { erase } from './erase'
import { type Erasable, erasableIn, type Noun, nouns } from './queries'

/** The email address of the administrator who erases. The history names this person. */
const By = z.object({ by: Email })

/** What has the texts: `assignment:ID`, `annotation:ID` or `recommendation:KEY`. */
const Of = z
  .string('erasure_subject_unreadable')
  .transform((of) => [of.slice(0, of.indexOf(':')), of.slice(of.indexOf(':') + 1)])
  .pipe(z.tuple([z.enum(nouns, 'erasure_subject_unreadable'), z.string()]))

const List = By.extend({ of: Of })
const Items = List.extend({ item: z.array(z.string()).default([]), reason: z.string().optional() })
const Person = By.extend({ email: Email, reason: z.string().optional() })

/**
 * Lists what can be erased on something, from the console. Refusals: `email_unknown`, `user_disabled`,
 * `erasure_forbidden`, `annotation_not_found`, `assignment_not_found`, `recommendation_not_found`.
 */
export async function listErasableAtConsole(input: unknown): Promise<Result<Erasable[]>> {
  const parsed = List.safeParse(input)
  if (!parsed.success) return unparsed(parsed.error)
  const administrator = await administratorCalled(parsed.data.by)
  if (!administrator.ok) return administrator

  const [noun, named] = parsed.data.of
  const id = await idOf(noun, named)
  const all: Erasable[] = []
  for (let after: number | undefined; ; ) {
    const { found, known, next } = await erasableIn(administrator.value, noun, id, after)
    if (!known) return notFound(`${noun}_not_found`)
    all.push(...found)
    if (next === null) return ok(all)
    after = next
  }
}

/** Erases texts, drafts or evidence from the console. Refusals: those of `erase`, `email_unknown`, `user_disabled`. */
export async function eraseAtConsole(input: unknown): Promise<Result<unknown>> {
  const parsed = Items.safeParse(input)
  if (!parsed.success) return unparsed(parsed.error)
  const { by, of, item: items, reason } = parsed.data
  const administrator = await administratorCalled(by)
  if (!administrator.ok) return administrator

  const [noun, named] = of
  return erase(administrator.value, { noun, id: await idOf(noun, named), items, reason, confirm: true })
}

/** Erases the name and the email address of a person from the console. Refusals: those of `erasePerson`, `email_unknown`. */
export async function erasePersonAtConsole(input: unknown): Promise<Result<unknown>> {
  const parsed = Person.safeParse(input)
  if (!parsed.success) return unparsed(parsed.error)
  const { by, email, reason } = parsed.data
  const administrator = await administratorCalled(by)
  if (!administrator.ok) return administrator

  const person = await db.user.findUnique({ where: { email }, select: { id: true, version: true } })
  if (!person) return notFound('email_unknown', { email })
  return erasePerson(administrator.value, { ...person, reason, confirm: true })
}

async function administratorCalled(email: string): Promise<Result<Actor>> {
  const found = await db.user.findUnique({
    where: { email },
    select: { id: true, name: true, role: true, disabledAt: true, memberships: { select: { organizationId: true } } },
  })
  if (!found) return notFound('email_unknown', { email })
  const { id, name, role, disabledAt, memberships } = found
  if (disabledAt) return conflict('user_disabled', null, { name })
  const actor = { id, role, organizationIds: memberships.map(({ organizationId }) => organizationId) }
  return mayErase(actor) ? ok(actor) : forbidden('erasure_forbidden')
}

/** Returns the ID of something, which is written as its ID or, for a recommendation, as its key. */
async function idOf(noun: Noun, named: string): Promise<string> {
  if (noun !== 'recommendation') return ExistingId.parse(named)
  const key = (await keysTyped(db, [named])).get(named) ?? named
  const found = await db.recommendation.findUnique({ where: { key }, select: { id: true } })
  return found?.id ?? ExistingId.parse(named)
}
