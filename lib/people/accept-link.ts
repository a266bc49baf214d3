import 'server-only'
import { z } from 'zod'
import { change } from '@/lib/history/change'
import { notFound, ok, type Result, unparsed } from '@/lib/platform/result'
import { endAccess } from './end-access'
import { findLink, openLinkOf } from './links'
import { hashPassword, NewPassword, refusalOfWeak } from './password'
import { knownOf } from './queries'
import { forgiveAccount } from './sign-in-limits'

const Accepting = z.strictObject({
  kind: z.enum(['invite', 'reset']),
  code: z.string().max(200),
  password: NewPassword,
})

/**
 * Sets the password of the account for which a link is. Uses up the link and ends all sessions of the account.
 * Refusals: `link_used`.
 */
export async function acceptLink(input: unknown): Promise<Result<{ email: string }>> {
  const parsed = Accepting.safeParse(input)
  if (!parsed.success) return unparsed(parsed.error)

  const { kind, code, password } = parsed.data
  const person = await findLink(kind, code)
  if (!person) return notFound('link_used')

  const { id, email } = person
  const weak = await refusalOfWeak(password, await knownOf(id))
  if (weak) return weak

  const passwordHash = await hashPassword(password)
  const accepted = await change({ id }, async (change) => {
    const { tx, record } = change
    if (!(await openLinkOf(change, id, kind, code))) return notFound('link_used')

    await tx.user.update({ where: { id }, data: { passwordHash } })
    record({ kind: 'user.password_changed', subjectId: id, body: { before: null, after: null } })
    await endAccess(change, id)
    return ok({ email })
  })
  if (accepted.ok) await forgiveAccount(id)
  return accepted
}
