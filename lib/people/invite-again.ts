import 'server-only'
import { z } from 'zod'
import { type Actor, actsByToken } from '@/lib/domain/actor'
import { change } from '@/lib/history/change'
import { ExistingId } from '@/lib/platform/id'
import { conflict, forbidden, notFound, ok, type Result, unparsed } from '@/lib/platform/result'
import type { Linked } from './invite-user'
import { makeLink } from './links'
import { mailLink } from './mail-link'
import { mayInvite } from './policy'
import { findPerson, personHeld } from './queries'

const Again = z.strictObject({ id: ExistingId })

/**
 * Makes a new link for a person who has not accepted their invitation yet. Ends the earlier link. Refusals:
 * `session_needed`, `user_not_found`, `invite_forbidden`, `invitation_accepted`, `user_disabled`.
 */
export async function inviteAgain(actor: Actor, input: unknown): Promise<Result<Linked>> {
  const parsed = Again.safeParse(input)
  if (!parsed.success) return unparsed(parsed.error)
  if (actsByToken(actor)) return forbidden('session_needed')

  const person = await findPerson(actor, parsed.data.id)
  if (!person) return notFound('user_not_found')

  const { id } = person
  const invited = await change(actor, async (change) => {
    const { tx, record } = change
    const current = await personHeld(tx, id)
    if (!mayInvite(actor, current.role)) return forbidden('invite_forbidden')
    if (!current.invited) return conflict('invitation_accepted', current, { name: current.name })
    if (current.disabled) return conflict('user_disabled', current, { name: current.name })

    const link = await makeLink(change, id, 'invite')
    record({ kind: 'user.link_made', subjectId: id, body: { before: null, after: { kind: 'invite' } } })
    return ok({ ...current, link })
  })
  return mailLink('invite', invited)
}
