import 'server-only'
import type { Transaction } from '@/lib/platform/db'

/** An organization in the response of every command. A field without a value is left out. */
export type OrganizationNow = { slug: string; name: string; archivedAt?: string; mergedInto?: string; version: number }

/** Returns an organization as it is in this transaction. */
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

/** A group in the response of every command. `members` does not count archived organizations. */
export type GroupNow = { slug: string; name: string; members: number; version: number }

/** Returns a group as it is in this transaction. */
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
