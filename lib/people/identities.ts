import 'server-only'
import { spellingsOf } from '@/lib/domain/email'
import { change } from '@/lib/history/change'
import { db } from '@/lib/platform/db'
import { conflict, notFound, ok, type Result } from '@/lib/platform/result'
import { findLink, openLinkOf } from './links'
import type { Profile } from './openid'

/** Returns the person linked to an identity of the provider. Only the issuer and the subject are compared. */
export async function personOf({ iss, sub }: Profile) {
  const identity = await db.identity.findUnique({
    where: { issuer_subject: { issuer: iss, subject: sub } },
    select: { user: { select: { id: true, disabledAt: true } } },
  })
  return identity && { id: identity.user.id, disabled: identity.user.disabledAt !== null }
}

/**
 * Compares two emails, whatever the spelling of their domains. If both are ASCII, the database compares them in the
 * same way.
 */
const sameAddress = (one: string, other: string) => folded(one) === folded(other)

/** Lowers ASCII letters only, because other letters have no reliable lower case (`K` and the Kelvin sign). */
const folded = (email: string) => spellingsOf(email)[0].replace(/[A-Z]/g, (letter) => letter.toLowerCase())

/**
 * Links the identity that the provider returned to the person whom an invitation is for. If the provider gives an
 * email, it must be verified and equal the invited one, because someone else may be signed in to the provider in this
 * browser. Refusals: `link_used`, `identity_unverified`, `identity_other`, `identity_taken`.
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
