import 'server-only'
import { z } from 'zod'
import type { GivenBy } from '@/lib/domain/name-confirmation'
import type { Change } from '@/lib/history/change'
import { findGroup, findOrganization } from '@/lib/organizations/find'
import { findOrAdd } from '@/lib/organizations/find-or-add'
import { holdOrganizations } from '@/lib/organizations/hold-organizations'
import type { Transaction } from '@/lib/platform/db'
import { type FieldError, invalid } from '@/lib/platform/result'
import { nameText } from '@/lib/platform/text'

/** An organization, or all members of a group. Each by slug or name. */
export const Party = z.union(
  [
    z.strictObject({ organization: nameText('organization_missing') }),
    z.strictObject({ group: nameText('group_missing') }),
  ],
  'party_missing',
)
export type Party = z.output<typeof Party>

/** An organization to assign to, and the group by which it was named. */
export type Assignee = { id: string; name: string; viaGroupId: string | null }

/**
 * Returns the organizations that are named, each once, and locks them until the change ends. An organization that is
 * named itself does not come by a group. Returns an error for each name that does not exist: `parties.0.organization`.
 */
export async function organizationsOfParties(tx: Transaction, parties: readonly Party[]) {
  const errors: FieldError[] = []
  const direct = new Map<string, Assignee & { place: number }>()
  const members = new Map<string, Assignee>()
  for (const [place, party] of parties.entries()) {
    if ('organization' in party) {
      const found = await findOrganization(tx, party.organization)
      if (found) direct.set(found.id, { id: found.id, name: found.name, viaGroupId: null, place })
      else errors.push(unknown(place, 'organization', 'organization_unknown', party.organization))
      continue
    }
    const group = await findGroup(tx, party.group)
    const those = group ? await membersOf(tx, group.id) : []
    if (!group) errors.push(unknown(place, 'group', 'group_unknown', party.group))
    else if (those.length === 0) errors.push(unknown(place, 'group', 'group_empty', group.name))
    for (const one of those) if (!members.has(one.id)) members.set(one.id, one)
  }
  if (errors.length > 0) return invalid(...errors)

  const currentId = await holdOrganizations(tx, [...members.keys(), ...direct.keys()])
  for (const { id, name, place } of direct.values()) {
    if (!currentId(id)) return invalid(unknown(place, 'organization', 'organization_unknown', name))
  }
  const held = new Map<string, Assignee>()
  for (const { name, viaGroupId, ...one } of [...members.values(), ...direct.values()]) {
    const id = currentId(one.id)
    if (id) held.set(id, { id, name, viaGroupId })
  }
  // In the order of their IDs, so that two people who assign to many at once do not deadlock.
  return { ok: true, assignees: [...held.values()].sort((a, b) => (a.id < b.id ? -1 : 1)) } as const
}

/** Creates the named organizations that do not exist yet. Refuses archived ones. */
export async function addMissing(change: Change, parties: readonly Party[], by: GivenBy) {
  const { tx } = change
  const named = parties.flatMap((party, place) =>
    'organization' in party ? [{ place, name: party.organization }] : [],
  )
  const missing: typeof named = []
  for (const one of named) if (!(await findOrganization(tx, one.name))) missing.push(one)
  if (missing.length === 0) return undefined

  const names = missing.map(({ name }) => name)
  const made = await findOrAdd(change, names, by)
  if (made.ok) return undefined
  const at = (field: string) => missing[Number(field.split('.')[1])]?.place ?? 0
  return invalid(...made.errors.map((error) => ({ ...error, field: `parties.${at(error.field)}.organization` })))
}

const membersOf = async (tx: Transaction, groupId: string): Promise<Assignee[]> => {
  const those = await tx.organization.findMany({
    where: { archivedAt: null, groups: { some: { groupId } } },
    select: { id: true, name: true },
    orderBy: { id: 'asc' },
  })
  return those.map((one) => ({ ...one, viaGroupId: groupId }))
}

type Unknown = 'organization_unknown' | 'group_unknown' | 'group_empty'

const unknown = (place: number, kind: 'organization' | 'group', code: Unknown, name: string): FieldError => ({
  field: `parties.${place}.${kind}`,
  code,
  params: { name },
})
