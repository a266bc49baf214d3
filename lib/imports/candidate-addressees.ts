import 'server-only'
import { z } from 'zod'
import { findGroup, findOrganization } from '@/lib/organizations/find'
import type { Transaction } from '@/lib/platform/db'
import { type FieldError, invalid } from '@/lib/platform/result'
import { KnownName, nameText } from '@/lib/platform/text'
import type { StoredAddressee } from './candidate-shape'

const Addressee = z
  .strictObject({
    /** The words of the text. */
    name: nameText('addressee_missing'),
    /** Slugs or names. At most one of the three. */
    organization: KnownName.optional(),
    group: KnownName.optional(),
    /** An organization, or else a group. */
    party: KnownName.optional(),
  })
  .refine(({ organization, group }) => !(organization && group), { path: ['group'], error: 'addressee_one_party' })

/** The largest number of addressees of one candidate. */
export const mostAddressees = 50

/** Addressees as people enter them. */
export const CandidateAddressees = z.array(Addressee).max(mostAddressees, 'list_too_long')

/** Returns the addressees with the organizations and groups to which they are linked, or an error for each unknown one. */
export async function linkedAddressees(tx: Transaction, addressees: z.output<typeof CandidateAddressees> | undefined) {
  const errors: FieldError[] = []
  const linked: StoredAddressee[] = []
  for (const [place, { name, party, organization = party, group = party }] of (addressees ?? []).entries()) {
    const known = organization ? await findOrganization(tx, organization) : null
    const found = known ?? (group ? await findGroup(tx, group) : null)
    const kind = known || !group ? 'organization' : 'group'
    const called = organization || group
    if (called && !found) {
      const wrong = organization ? 'organization' : 'group'
      errors.push({ field: `addressees.${place}.${wrong}`, code: `${wrong}_unknown`, params: { name: called } })
    }
    linked.push({ name, ...(found && { [`${kind}Id`]: found.id }), match: found ? 'linked' : 'new' })
  }
  if (errors.length > 0) return invalid(...errors)
  return { ok: true, value: addressees && linked } as const
}
