import 'server-only'
import { spellingsOf } from '@/lib/domain/email'
import { change } from '@/lib/history/change'
import { db } from '@/lib/platform/db'
import { conflict, notFound, ok, type Result } from '@/lib/platform/result'
import { findLink, openLinkOf } from './links'
import type { Profile } from './openid'

/** Whom the provider's word stands for: matched by issuer and subject, and by nothing else. */
export async function personOf({ iss, sub }: Profile) {
  const identity = await db.identity.findUnique({
    where: { issuer_subject: { issuer: iss, subject: sub } },
    select: { user: { select: { id: true, disabledAt: true } } },
  })
  return identity && { id: identity.user.id, disabled: identity.user.disabledAt !== null }
}

/** Compared as the database does where both are ASCII, whatever the spelling of their domain. */
const sameAddress = (one: string, other: string) => folded(one) === folded(other)

/** Letters of ASCII only: beyond it, lower case is no reliable rule (`K` and the Kelvin sign). */
const folded = (email: string) => spellingsOf(email)[0].replace(/[A-Z]/g, (letter) => letter.toLowerCase())

/**
 * Whoever opened an invitation and came back from the provider is from now on whom it was for. An address that the
 * provider gives must be the one that was invited, and verified: in this browser somebody else may be signed in there.
 * Refusals: `link_used`, `identity_unverified`, `identity_other`, `identity_taken`.
 */
export async function linkIdentity(code: string, profile: Profile): Promise<Result<{ id: string }>> {
  const person = await findLink('invite', code)
  if (!person) return notFound('link_used')

  const { email, email_verified } = profile
  if (email !== undefined) {
    if (!email_verified) return conflict('identity_unverified', null)
    if (!sameAddress(email, person.email)) return conflict('identity_other', null)
  }

  const { id } = person
  const identity = { userId: id, issuer: profile.iss, subject: profile.sub }
  return change({ id }, async (change) => {
    const { tx, record, now } = change
    if (!(await openLinkOf(change, id, 'invite', code))) return notFound('link_used')
    const { count } = await tx.identity.createMany({ data: { ...identity, linkedAt: now }, skipDuplicates: true })
    if (count === 0) return conflict('identity_taken', null)

    record({ kind: 'user.identity_linked', subjectId: id, body: { before: null, after: { issuer: profile.iss } } })
    return ok({ id })
  })
}
