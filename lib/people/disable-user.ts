import 'server-only'
import { z } from 'zod'
import { type Actor, actsByToken } from '@/lib/domain/actor'
import { change } from '@/lib/history/change'
import { ExistingId } from '@/lib/platform/id'
import { conflict, forbidden, notFound, ok, type Result, unchanged, unparsed } from '@/lib/platform/result'
import { Version } from '@/lib/platform/version'
import { endAccess } from './end-access'
import { isLastAdministrator } from './last-administrator'
import { mayAdminister } from './policy'
import { findPerson, type Person, personNow } from './queries'

const Chosen = z.strictObject({ id: ExistingId, version: Version })

/**
 * Closes an account. Nobody can sign in to it, and its sessions, tokens and links end at once. The work of its owner
 * stays. Refusals: `session_needed`, `user_not_found`, `people_forbidden`, `disable_self`, `last_administrator`,
 * `user_changed`.
 */
export async function disableUser(actor: Actor, input: unknown): Promise<Result<Person>> {
  const parsed = Chosen.safeParse(input)
  if (!parsed.success) return unparsed(parsed.error)
  if (actsByToken(actor)) return forbidden('session_needed')

  const { id, version } = parsed.data
  if (!(await findPerson(actor, id))) return notFound('user_not_found')

  if (!mayAdminister(actor)) return forbidden('people_forbidden')
  if (id === actor.id) return forbidden('disable_self')

  return change(actor, async (change) => {
    const { tx, record, now } = change
    const last = await isLastAdministrator(tx, id)
    const before = await personNow(tx, id)
    if (before.disabled) return unchanged(before)
    if (before.role === 'administrator' && last) return conflict('last_administrator', before, { name: before.name })

    const { count } = await tx.user.updateMany({
      where: { id, version },
      data: { disabledAt: now, version: { increment: 1 } },
    })
    if (count === 0) return conflict('user_changed', await personNow(tx, id))

    record({ kind: 'user.disabled', subjectId: id, body: { before: null, after: null } })
    await endAccess(change, id)
    return ok(await personNow(tx, id))
  })
}
