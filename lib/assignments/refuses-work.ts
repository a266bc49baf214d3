import 'server-only'
import { holdOrganizations, holdOrganizationsInSql } from '@/lib/organizations/hold-organizations'
import type { Sql, Transaction } from '@/lib/platform/db'
import { conflict, type Failure } from '@/lib/platform/result'
import { refusesWork } from '@/lib/recommendations/refuses-work'
import type { Assignment } from './queries'

/**
 * Locks the organization of an assignment until the change ends. Returns a refusal for work on the assignment, with the
 * assignment as it is now: `assignment_organization_archived` or `assignment_organization_merged`. Returns nothing if
 * the organization is in use.
 */
export async function holdOrganizationOf(tx: Transaction, { organizationId }: { organizationId: string }) {
  const currentId = (await holdOrganizations(tx, [organizationId]))(organizationId)
  return async (current: Assignment): Promise<Failure | undefined> => {
    if (currentId === organizationId) return undefined
    if (currentId === undefined) return archived(current)
    const { name } = await tx.organization.findUniqueOrThrow({ where: { id: currentId }, select: { name: true } })
    return conflict('assignment_organization_merged', current, { organization: current.organization.name, into: name })
  }
}

type OutOfUse = Awaited<ReturnType<typeof holdOrganizationOf>>

/**
 * Returns why an assignment accepts no work, with the assignment as it is now: its organization is out of use, its
 * recommendation is closed, or the document is archived. Without `outOfUse`, the organization does not matter. Locks the
 * recommendation.
 */
export async function refusesWorkOn(
  tx: Transaction,
  recommendationId: string,
  current: Assignment,
  outOfUse?: OutOfUse,
): Promise<Failure | undefined> {
  const refused = await refusesWork(tx, recommendationId)
  return (await outOfUse?.(current)) ?? (refused && conflict(refused, current))
}

/** Locks the organization of an assignment, in plain SQL. Returns the refusal if it is archived. */
export async function refusesArchivedInSql(sql: Sql, found: { organizationId: string; assignment: Assignment }) {
  const currentId = await holdOrganizationsInSql(sql, [found.organizationId])
  return currentId(found.organizationId) === undefined ? archived(found.assignment) : undefined
}

const archived = (current: Assignment) =>
  conflict('assignment_organization_archived', current, { organization: current.organization.name })
