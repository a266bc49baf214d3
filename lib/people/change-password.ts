import 'server-only'
import { z } from 'zod'
import { type Actor, actsByToken } from '@/lib/domain/actor'
import { change } from '@/lib/history/change'
import { db } from '@/lib/platform/db'
import { forbidden, invalidField, ok, type Result, unparsed } from '@/lib/platform/result'
import { endAccess } from './end-access'
import { hashPassword, isPassword, NewPassword, refusalOfWeak } from './password'
import { knownOf } from './queries'
import { forgiveTries, keyOf, takeTry } from './sign-in-limits'

const Changing = z.strictObject({
  current: z.string('password_current_missing').min(1, 'password_current_missing').max(200, 'password_current_wrong'),
  password: NewPassword,
})

/**
 * Changes the actor's own password, which requires the old one. Ends all their sessions, including this one. Refusals:
 * `session_needed`.
 */
export async function changePassword(actor: Actor, input: unknown): Promise<Result<{ email: string }>> {
  const parsed = Changing.safeParse(input)
  if (!parsed.success) return unparsed(parsed.error)
  if (actsByToken(actor)) return forbidden('session_needed')

  const { current, password } = parsed.data
  const { id } = actor
  const { email, passwordHash: old } = await db.user.findUniqueOrThrow({
    where: { id },
    select: { email: true, passwordHash: true },
  })
  // Someone who uses another person's open session must not be able to guess faster than at sign-in.
  const tries = keyOf.change(id)
  if ((await takeTry(tries)) === null) return invalidField('current', 'tries_exhausted')
  if (!(await isPassword(current, old))) return invalidField('current', 'password_current_wrong')

  const weak = await refusalOfWeak(password, await knownOf(id))
  if (weak) return weak

  const passwordHash = await hashPassword(password)
  const changed = await change(actor, async (change) => {
    const { tx, record } = change
    const { count } = await tx.user.updateMany({ where: { id, passwordHash: old }, data: { passwordHash } })
    if (count === 0) return invalidField('current', 'password_current_wrong')

    record({ kind: 'user.password_changed', subjectId: id, body: { before: null, after: null } })
    await endAccess(change, id)
    return ok({ email })
  })
  if (changed.ok) await forgiveTries(tries)
  return changed
}
