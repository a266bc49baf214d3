import 'server-only'
import { change } from '@/lib/history/change'
import { findOrganizations } from '@/lib/organizations/find'
import { db } from '@/lib/platform/db'
import { ok, type Result, unparsed } from '@/lib/platform/result'
import { addUser, NewUser } from './add-user'
import { makeLink } from './links'
import { hashPassword, NewPassword, refusalOfWeak } from './password'

const Created = NewUser.extend({ password: NewPassword.optional() })

/**
 * Creates an account from the console, with a password or with a link to set one. Refusals: `user_sent_before`,
 * `email_taken`.
 */
export async function createUserAtConsole(input: unknown): Promise<Result<{ id: string; link: string | null }>> {
  const parsed = Created.safeParse(input)
  if (!parsed.success) return unparsed(parsed.error)

  const { organizations, password, confirmSimilar, ...user } = parsed.data
  const found = await findOrganizations(db, organizations)
  if (!found.ok) return found

  const weak = password === undefined ? null : await refusalOfWeak(password, [user.name, user.email, ...organizations])
  if (weak) return weak

  const known = password === undefined ? {} : { passwordHash: await hashPassword(password) }
  return change<{ id: string; link: string | null }>(null, async (change) => {
    const by = { actor: null, confirmSimilar }
    const added = await addUser(change, { ...user, ...known }, { organizations: found, by })
    if (!added.ok) return added
    if (password !== undefined) return ok({ id: user.id, link: null })

    const link = await makeLink(change, user.id, 'invite')
    change.record({ kind: 'user.link_made', subjectId: user.id, body: { before: null, after: { kind: 'invite' } } })
    return ok({ id: user.id, link })
  })
}
