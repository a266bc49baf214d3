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
    /** Slugs. At most one of the two. */
    organization: KnownName.optional(),
    group: KnownName.optional(),
  })
  .refine(({ organization, group }) => !(organization && group), { path: ['group'], error: 'addressee_one_party' })

/** Addressees as people enter them. */
export const CandidateAddressees = z.array(Addressee).max(50, 'list_too_long')

/** Returns the addressees with the organizations and groups to which they are linked, or an error for each unknown one. */
export async function linkedAddressees(tx: Transaction, addressees: z.output<typeof CandidateAddressees> | undefined) {
  const errors: FieldError[] = []
  const linked: StoredAddressee[] = []
  for (const [place, { name, organization, group }] of (addressees ?? []).entries()) {
    const found = organization ? await findOrganization(tx, organization) : group ? await findGroup(tx, group) : null
    const party = organization ? 'organization' : 'group'
    const called = organization || group
    if (called && !found) {
      errors.push({ field: `addressees.${place}.${party}`, code: `${party}_unknown`, params: { name: called } })
    }
    linked.push({ name, ...(found && { [`${party}Id`]: found.id }), match: found ? 'linked' : 'new' })
  }
  if (errors.length > 0) return invalid(...errors)
  return { ok: true, value: addressees && linked } as const
}
