import 'server-only'
import { z } from 'zod'
import type { Actor } from '@/lib/domain/actor'
import { pendingStatuses } from '@/lib/domain/statuses'
import { change } from '@/lib/history/change'
import { db, type Transaction } from '@/lib/platform/db'
import { conflict, forbidden, notFound, ok, type Result, unchanged, unparsed } from '@/lib/platform/result'
import type { Prisma } from '@/prisma/generated/client'
import { type OrganizationNow, organizationNow } from './current-state'
import { KnownSlug } from './fields'
import { mayKeepOrganizations, visibleTo } from './policy'

const Archive = z.strictObject({ slug: KnownSlug })

/** The number of recommendations that the sentence of a refusal names. */
const named = 5
/** The number of recommendations that a refusal lists for programs. */
const listed = 100

/**
 * Archives an organization, so that nothing more can be assigned to it. Refuses while the organization has work to do,
 * because that work would disappear from lists: close it first, or merge the organization into another one. Refusals:
 * `organization_not_found`, `organization_forbidden`, `organization_owes`.
 */
export async function archiveOrganization(actor: Actor, input: unknown): Promise<Result<OrganizationNow>> {
  const parsed = Archive.safeParse(input)
  if (!parsed.success) return unparsed(parsed.error)

  const organization = await db.organization.findFirst({
    where: { slug: parsed.data.slug, AND: visibleTo(actor) },
    select: { id: true },
  })
  if (!organization) return notFound('organization_not_found')

  if (!mayKeepOrganizations(actor)) return forbidden('organization_forbidden')

  const { id } = organization
  return change(actor, async ({ tx, record, now }) => {
    const { count } = await tx.organization.updateMany({
      where: { id, archivedAt: null },
      data: { archivedAt: now, version: { increment: 1 } },
    })
    if (count === 0) return unchanged(await organizationNow(tx, id))
    const unfinished = await unfinishedOf(tx, id)
    if (unfinished.count > 0) {
      const current = await db.organization.findUniqueOrThrow({ where: { id }, select: { slug: true, name: true } })
      return conflict(
        'organization_owes',
        { ...current, owed: unfinished.keys, count: unfinished.count },
        parametersOf(current.name, unfinished),
      )
    }

    record({
      kind: 'organization.archived',
      subjectId: id,
      body: { before: { archived: false }, after: { archived: true } },
    })
    return ok(await organizationNow(tx, id))
  })
}

type Unfinished = { count: number; keys: string[] }

/** Returns the number of recommendations on which an organization has work to do, and the keys of the first ones. */
async function unfinishedOf(tx: Transaction, organizationId: string): Promise<Unfinished> {
  const where: Prisma.AssignmentWhereInput = {
    organizationId,
    status: { in: pendingStatuses },
    recommendation: { closure: null, document: { archivedAt: null } },
  }
  const rows = await tx.assignment.findMany({
    where,
    select: { recommendation: { select: { key: true } } },
    orderBy: { recommendation: { key: 'asc' } },
    take: listed,
  })
  const keys = rows.map(({ recommendation }) => recommendation.key)
  return { count: keys.length < listed ? keys.length : await tx.assignment.count({ where }), keys }
}

const parametersOf = (organization: string, { count, keys }: Unfinished) => ({
  organization,
  count,
  recommendations: keys.slice(0, named).join(', '),
  more: Math.max(count - named, 0),
})
