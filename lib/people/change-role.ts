import 'server-only'
import { z } from 'zod'
import { type Actor, actsByToken } from '@/lib/domain/actor'
import { change } from '@/lib/history/change'
import { ExistingId } from '@/lib/platform/id'
import { conflict, forbidden, notFound, ok, type Result, unchanged, unparsed } from '@/lib/platform/result'
import { Version } from '@/lib/platform/version'
import { Role } from '@/prisma/generated/enums'
import { isLastAdministrator } from './last-administrator'
import { endLinks } from './links'
import { mayAdminister } from './policy'
import { findPerson, type Person, personNow } from './queries'
import { endSessionsOf } from './sessions'

const Change = z.strictObject({ id: ExistingId, version: Version, role: z.enum(Role, 'role_missing') })

/**
 * Changes the role of a person. Ends their sessions, so that they sign in again. Ends their links too, because the
 * person who made a link may not have been allowed to invite someone with the new role. Refusals: `session_needed`,
 * `user_not_found`, `people_forbidden`, `last_administrator`, `user_changed`.
 */
export async function changeRole(actor: Actor, input: unknown): Promise<Result<Person>> {
  const parsed = Change.safeParse(input)
  if (!parsed.success) return unparsed(parsed.error)
  if (actsByToken(actor)) return forbidden('session_needed')

  const { id, version, role } = parsed.data
  if (!(await findPerson(actor, id))) return notFound('user_not_found')

  if (!mayAdminister(actor)) return forbidden('people_forbidden')

  return change(actor, async (change) => {
    const { tx, record } = change
    const last = await isLastAdministrator(tx, id)
    const before = await personNow(tx, id)
    if (before.role === role) return unchanged(before)
    if (before.role === 'administrator' && last) return conflict('last_administrator', before, { name: before.name })

    const { count } = await tx.user.updateMany({ where: { id, version }, data: { role, version: { increment: 1 } } })
    if (count === 0) return conflict('user_changed', await personNow(tx, id))

    await endSessionsOf(change, id)
    await endLinks(change, id)
    record({ kind: 'user.role_changed', subjectId: id, body: { before: { role: before.role }, after: { role } } })
    return ok(await personNow(tx, id))
  })
}
