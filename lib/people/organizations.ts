import 'server-only'
import { db } from '@/lib/platform/db'
import { invalid } from '@/lib/platform/result'
import { nameText } from '@/lib/platform/text'

/** The slug or the name of one. */
export const Called = nameText('organization_missing', 300)

/**
 * The organizations that slugs or names say, in their order; or which of them there aren't. Those that
 * are archived have no people.
 */
export async function organizationsCalled(called: string[]) {
  const known = await db.organization.findMany({
    where: { archivedAt: null, OR: [{ slug: { in: called } }, { name: { in: called, mode: 'insensitive' } }] },
    select: { id: true, slug: true, name: true },
  })
  const found = called.map((text) =>
    known.find(({ slug, name }) => slug === text || name.toLowerCase() === text.toLowerCase()),
  )
  const errors = called.flatMap((name, place) =>
    found[place] ? [] : [{ field: `organizations.${place}`, code: 'organization_unknown', params: { name } } as const],
  )
  if (errors.length > 0) return invalid(...errors)
  return { ok: true, ids: found.flatMap((organization) => organization?.id ?? []) } as const
}

/** What somebody may be said to belong to. */
export const organizationsToChoose = () =>
  db.organization.findMany({
    where: { archivedAt: null },
    orderBy: { name: 'asc' },
    select: { slug: true, name: true },
  })
