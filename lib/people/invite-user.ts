import 'server-only'
import type { Actor } from '@/lib/domain/actor'
import { change } from '@/lib/history/change'
import { findOrganizations } from '@/lib/organizations/find'
import { db, type Transaction } from '@/lib/platform/db'
import { forbidden, ok, type Result, unchanged, unparsed } from '@/lib/platform/result'
import { addUser, NewUser } from './add-user'
import { firstLink, makeFirstLink } from './links'
import { mailLink } from './mail-link'
import { mayInvite } from './policy'
import { type Person, personNow } from './queries'

/** A person with a link that works once, and whether it was emailed. */
export type Linked = Person & { link: string; mailed: boolean }

/**
 * Creates an account and the link with which its owner signs in for the first time. If it is sent twice, returns the
 * same link. Refusals: `invite_forbidden`, `user_sent_before`, `email_taken`.
 */
export async function inviteUser(actor: Actor, input: unknown): Promise<Result<Linked>> {
  const parsed = NewUser.safeParse(input)
  if (!parsed.success) return unparsed(parsed.error)

  const { organizations, confirmSimilar, ...user } = parsed.data
  if (!mayInvite(actor, user.role)) return forbidden('invite_forbidden')

  const found = await findOrganizations(db, organizations)
  if (!found.ok) return found

  const invited = await change(actor, async (change) => {
    const { tx, record } = change
    const added = await addUser(change, user, { organizations: found, by: { actor, confirmSimilar } })
    if (!added.ok) {
      if (added.reason === 'invalid') return added
      const link = await repeatedInvitation(tx, actor, user, found.organizations)
      return link === null ? added : unchanged({ ...(await personNow(tx, user.id)), link })
    }

    const link = await makeFirstLink(change, user.id)
    record({ kind: 'user.link_made', subjectId: user.id, body: { before: null, after: { kind: 'invite' } } })
    return ok({ ...(await personNow(tx, user.id)), link })
  })
  return mailLink('invite', invited)
}

type Invited = Pick<Person, 'id' | 'email' | 'name' | 'role'>

/** Returns the link of the same invitation, if the same actor has sent it before and nobody has accepted it. */
async function repeatedInvitation(
  tx: Transaction,
  actor: Actor,
  { id, email, name, role }: Invited,
  organizations: readonly { id: string }[],
) {
  const organizationIds = organizations.map((one) => one.id)
  const memberships = { every: { organizationId: { in: organizationIds } } }
  const asSent = { id, email, name, role, version: 1, passwordHash: null, identities: { none: {} }, memberships }
  const sent = { subjectType: 'user', subjectId: id, kind: 'user.added', actorId: actor.id }
  const same =
    (await tx.user.count({ where: asSent })) === 1 &&
    (await tx.membership.count({ where: { userId: id } })) === new Set(organizationIds).size &&
    (await tx.event.count({ where: sent })) === 1
  return same ? firstLink(tx, id) : null
}
