import 'server-only'
import { z } from 'zod'
import { type Actor, actsByToken } from '@/lib/domain/actor'
import { change } from '@/lib/history/change'
import { now } from '@/lib/platform/clock'
import { db } from '@/lib/platform/db'
import { ExistingId } from '@/lib/platform/id'
import { forbidden, notFound, ok, type Result, unchanged, unparsed } from '@/lib/platform/result'
import { mayAdminister } from './policy'
import { findPerson } from './queries'
import { endSessionsOf } from './sessions'

const Chosen = z.strictObject({ id: ExistingId })

/**
 * Ends one of the actor's own sessions. Like signing out, this is not recorded in the history. Refusals:
 * `session_needed`, `session_not_found`.
 */
export async function endSession(actor: Actor, input: unknown): Promise<Result<{ id: string }>> {
  const parsed = Chosen.safeParse(input)
  if (!parsed.success) return unparsed(parsed.error)
  if (actsByToken(actor)) return forbidden('session_needed')

  const { id } = parsed.data
  const mine = { id, userId: actor.id }
  const { count } = await db.session.updateMany({ where: { ...mine, revokedAt: null }, data: { revokedAt: now() } })
  if (count === 0 && !(await db.session.findFirst({ where: mine, select: { id: true } }))) {
    return notFound('session_not_found')
  }
  return unchanged({ id })
}

/**
 * Ends all sessions of the actor or, for an administrator, of anyone. Refusals: `session_needed`, `user_not_found`,
 * `people_forbidden`.
 */
export async function endSessions(actor: Actor, input: unknown): Promise<Result<{ sessions: number }>> {
  const parsed = Chosen.safeParse(input)
  if (!parsed.success) return unparsed(parsed.error)
  if (actsByToken(actor)) return forbidden('session_needed')

  const { id } = parsed.data
  if (!(await findPerson(actor, id))) return notFound('user_not_found')

  if (id !== actor.id && !mayAdminister(actor)) return forbidden('people_forbidden')

  return change(actor, async (change) => {
    const sessions = await endSessionsOf(change, id)
    if (sessions === 0) return unchanged({ sessions })

    change.record({ kind: 'user.signed_out', subjectId: id, body: { before: null, after: { sessions } } })
    return ok({ sessions })
  })
}
