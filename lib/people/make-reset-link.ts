import 'server-only'
import { z } from 'zod'
import { type Actor, actsByToken } from '@/lib/domain/actor'
import { Email, spellingsOf } from '@/lib/domain/email'
import { change } from '@/lib/history/change'
import { db } from '@/lib/platform/db'
import { ExistingId } from '@/lib/platform/id'
import { conflict, forbidden, notFound, ok, type Result, unparsed } from '@/lib/platform/result'
import type { Linked } from './invite-user'
import { makeLink } from './links'
import { mailLink } from './mail-link'
import { mayAdminister } from './policy'
import { findPerson, type Person, personHeld } from './queries'

const Chosen = z.strictObject({ id: ExistingId })

/**
 * Makes a link with which a person sets a new password, once. Until then, the old password works. Refusals:
 * `session_needed`, `user_not_found`, `people_forbidden`, `user_disabled`.
 */
export async function makeResetLink(actor: Actor, input: unknown): Promise<Result<Linked>> {
  const parsed = Chosen.safeParse(input)
  if (!parsed.success) return unparsed(parsed.error)
  if (actsByToken(actor)) return forbidden('session_needed')

  const person = await findPerson(actor, parsed.data.id)
  if (!person) return notFound('user_not_found')

  if (!mayAdminister(actor)) return forbidden('people_forbidden')

  return mailLink('reset', await linkFor(actor, person.id))
}

/**
 * Makes a link on the console with which a person who cannot sign in sets a new password, once. Refusals:
 * `email_unknown`, `user_disabled`.
 */
export async function makeResetLinkAtConsole(input: unknown): Promise<Result<{ link: string }>> {
  const parsed = z.strictObject({ email: Email }).safeParse(input)
  if (!parsed.success) return unparsed(parsed.error)

  const { email } = parsed.data
  const user = await db.user.findFirst({ where: { email: { in: spellingsOf(email) } }, select: { id: true } })
  if (!user) return notFound('email_unknown', { email })

  return linkFor(null, user.id)
}

function linkFor(author: Actor | null, id: string): Promise<Result<Person & { link: string }>> {
  return change(author, async (change) => {
    const { tx, record } = change
    const current = await personHeld(tx, id)
    if (current.disabled) return conflict('user_disabled', current, { name: current.name })

    const link = await makeLink(change, id, 'reset')
    record({ kind: 'user.link_made', subjectId: id, body: { before: null, after: { kind: 'reset' } } })
    return ok({ ...current, link })
  })
}
