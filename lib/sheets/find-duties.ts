import 'server-only'
import { canOwn, canOwnAny } from '@/lib/assignments/policy'
import type { Actor } from '@/lib/domain/actor'
import { unknownPerson } from '@/lib/domain/owners'
import { checkSimilarNames } from '@/lib/organizations/check-similar-names'
import { findNamesakes } from '@/lib/organizations/find'
import type { Transaction } from '@/lib/platform/db'
import { newId } from '@/lib/platform/id'
import { findGroupsNamed, type NamedGroup } from './find-groups'
import type { CellError, RowContent } from './row-content'

/** What a cell names: an organization, a group, which means its members, or one that is not there yet. */
export type PartyNamed = { id: string; archived?: CellError } | { group: NamedGroup } | 'new' | { wrong: CellError }

/**
 * Returns what there is for each name: the organization, the group if no organization has the name, nothing yet, or why it
 * cannot be used.
 */
export async function findOrganizationsNamed(
  tx: Transaction,
  actor: Actor,
  names: readonly string[],
): Promise<Map<string, PartyNamed>> {
  const found = await findNamesakes(tx, [...names])
  const unknown = found.flatMap(({ name, organization }) => (organization ? [] : [name]))
  const groups = await findGroupsNamed(tx, unknown)
  const missing = found
    .filter(({ name, organization }) => !organization && !groups.has(name))
    .map(({ name }) => ({ id: newId(), name }))
  const checked = await checkSimilarNames(tx, missing, { actor, confirmSimilar: false }, String)
  const refused = new Map(checked.ok ? [] : checked.errors.map((error) => [missing[Number(error.field)]?.name, error]))
  return new Map(
    found.map(({ name, organization }): [string, PartyNamed] => {
      const field = 'organization'
      const archived: CellError = { field, code: 'organization_archived', params: { name } }
      if (organization) return [name, { id: organization.id, ...(organization.archived && { archived }) }]
      const group = groups.get(name)
      if (group) {
        const empty: CellError = { field, code: 'group_empty', params: { name: group.name } }
        return [name, group.memberIds.length > 0 ? { group } : { wrong: empty }]
      }
      const error = refused.get(name)
      return [name, error ? { wrong: { field, code: error.code, params: error.params } } : 'new']
    }),
  )
}

/** Returns a function that returns the owner for a name or an email, or why nobody can own it. */
export async function findOwners(tx: Transaction, rows: readonly RowContent[]) {
  const called = [...new Set(rows.flatMap(({ owner }) => owner ?? []))]
  const users =
    called.length === 0
      ? []
      : await tx.user.findMany({
          where: { disabledAt: null, OR: [{ email: { in: called } }, { name: { in: called } }] },
          select: {
            id: true,
            name: true,
            email: true,
            role: true,
            disabledAt: true,
            memberships: { select: { organizationId: true } },
          },
        })
  return function ownerOf(
    name: string,
    organizationIds: readonly (string | undefined)[],
  ): string | { wrong: CellError } {
    const byEmail = users.filter(({ email }) => email?.toLowerCase() === name.toLowerCase())
    const [user, other] = byEmail.length > 0 ? byEmail : users.filter((one) => one.name === name)
    if (!user || other) return { wrong: { field: 'owner', code: 'owner_unknown', params: unknownPerson(name) } }
    const may = (id: string | undefined) =>
      canOwnAny(user) || (id !== undefined && canOwn(user, { organizationId: id }))
    return organizationIds.every(may)
      ? user.id
      : { wrong: { field: 'owner', code: 'sheet_owner_outside', params: { name: user.name } } }
  }
}

/** What recommendations have already: which organizations have an assignment, and which one leads. */
export type Duties = { organizations: Set<string>; lead: string | undefined }

export async function findDuties(tx: Transaction, recommendationIds: readonly string[]): Promise<Map<string, Duties>> {
  if (recommendationIds.length === 0) return new Map()
  const rows = await tx.assignment.findMany({
    where: { recommendationId: { in: [...recommendationIds] } },
    select: { recommendationId: true, organizationId: true, role: true },
  })
  const duties = new Map<string, Duties>()
  for (const { recommendationId, organizationId, role } of rows) {
    const one = duties.get(recommendationId) ?? { organizations: new Set(), lead: undefined }
    one.organizations.add(organizationId)
    if (role === 'lead') one.lead = organizationId
    duties.set(recommendationId, one)
  }
  return duties
}
