import 'server-only'
import type { Transaction } from '@/lib/platform/db'

const shown = { id: true, slug: true, name: true } as const

/**
 * The organization that a slug or a name says, whatever its case; where it was merged into another one, that one. None
 * where it is archived.
 */
export async function findOrganization(tx: Transaction, slugOrName: string) {
  const named = { name: { equals: slugOrName, mode: 'insensitive' } } as const
  const [byName, bySlug] = await Promise.all([
    tx.organization.findFirst({ where: { archivedAt: null, ...named }, select: shown }),
    tx.organization.findUnique({
      where: { slug: slugOrName },
      select: { ...shown, archivedAt: true, mergedInto: { select: { ...shown, archivedAt: true } } },
    }),
  ])
  const standing = bySlug?.mergedInto ?? bySlug
  if (!standing || standing.archivedAt) return byName
  return { id: standing.id, slug: standing.slug, name: standing.name }
}

/** The group that a slug or a name says, whatever its case. */
export const findGroup = (tx: Transaction, slugOrName: string) =>
  tx.group.findFirst({
    where: { OR: [{ slug: slugOrName }, { name: { equals: slugOrName, mode: 'insensitive' } }] },
    select: shown,
  })
