import 'server-only'
import { z } from 'zod'
import { type Actor, actsByToken } from '@/lib/domain/actor'
import { change } from '@/lib/history/change'
import { db } from '@/lib/platform/db'
import { ExistingId } from '@/lib/platform/id'
import { forbidden, notFound, ok, type Result, unchanged, unparsed } from '@/lib/platform/result'
import { mayAdminister } from './policy'
import { revokeTokens } from './revoke-tokens'

const Chosen = z.strictObject({ id: ExistingId })

/**
 * Revokes one of the actor's own tokens or, for an administrator, anyone's token. For all others, the tokens of other
 * people do not exist. Refusals: `session_needed`, `token_not_found`.
 */
export async function revokeToken(actor: Actor, input: unknown): Promise<Result<{ id: string }>> {
  const parsed = Chosen.safeParse(input)
  if (!parsed.success) return unparsed(parsed.error)
  if (actsByToken(actor)) return forbidden('session_needed')

  const { id } = parsed.data
  const token = await db.token.findUnique({
    where: { id, ...(mayAdminister(actor) ? {} : { userId: actor.id }) },
    select: { userId: true },
  })
  if (!token) return notFound('token_not_found')

  return change(actor, async (change) => {
    const revoked = await revokeTokens(change, { id, userId: token.userId })
    return revoked ? ok({ id }) : unchanged({ id })
  })
}
