import 'server-only'
import type { Transaction } from '@/lib/platform/db'

/** An organization as every command answers it; what is absent isn't there. */
export type OrganizationNow = { slug: string; name: string; archivedAt?: string; mergedInto?: string; version: number }

/** An organization as it stands within a transaction. */
export async function organizationNow(tx: Transaction, id: string): Promise<OrganizationNow> {
  const { archivedAt, mergedInto, ...row } = await tx.organization.findUniqueOrThrow({
    where: { id },
    select: { slug: true, name: true, archivedAt: true, mergedInto: { select: { slug: true } }, version: true },
  })
  return {
    ...row,
    ...(archivedAt && { archivedAt: archivedAt.toISOString() }),
    ...(mergedInto && { mergedInto: mergedInto.slug }),
  }
}

/** A group as every command answers it; those archived don't count as members. */
export type GroupNow = { slug: string; name: string; members: number; version: number }

/** A group as it stands within a transaction. */
export async function groupNow(tx: Transaction, id: string): Promise<GroupNow> {
  const { _count, ...row } = await tx.group.findUniqueOrThrow({
    where: { id },
    select: {
      slug: true,
      name: true,
      version: true,
      _count: { select: { members: { where: { organization: { archivedAt: null } } } } },
    },
  })
  return { ...row, members: _count.members }
}
