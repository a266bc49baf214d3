import 'server-only'
import { holdOrganizations, holdOrganizationsInSql } from '@/lib/organizations/hold-organizations'
import type { Sql, Transaction } from '@/lib/platform/db'
import { conflict, type Failure } from '@/lib/platform/result'
import type { Assignment } from './queries'

/**
 * Holds the organization of an assignment until the change is over. Returns how to refuse work on the assignment, as it
 * stands: `assignment_organization_archived` or `assignment_organization_merged`; nothing while the organization is in use.
 */
export async function holdOrganizationOf(tx: Transaction, { organizationId }: { organizationId: string }) {
  const standing = (await holdOrganizations(tx, [organizationId]))(organizationId)
  return async (current: Assignment): Promise<Failure | undefined> => {
    if (standing === organizationId) return undefined
    if (standing === undefined) return archived(current)
    const { name } = await tx.organization.findUniqueOrThrow({ where: { id: standing }, select: { name: true } })
    return conflict('assignment_organization_merged', current, { organization: current.organization.name, into: name })
  }
}

/** Holds the organization of an assignment, in plain SQL. Returns the refusal if it is archived. */
export async function refusesArchivedInSql(sql: Sql, found: { organizationId: string; assignment: Assignment }) {
  const standing = await holdOrganizationsInSql(sql, [found.organizationId])
  return standing(found.organizationId) === undefined ? archived(found.assignment) : undefined
}

const archived = (current: Assignment) =>
  conflict('assignment_organization_archived', current, { organization: current.organization.name })
