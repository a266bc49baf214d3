import 'server-only'
import type { Transaction } from '@/lib/platform/db'

type Party = { id: string; slug: string; name: string }

/**
 * The organization that a slug or a name says, whatever its case; where it was merged into another one, that one. None
 * where it is archived.
 */
export async function findOrganization(tx: Transaction, slugOrName: string): Promise<Party | null> {
  // As the index on lower(name) has it: a list of all organizations may be long.
  const rows = await tx.$queryRaw<Party[]>`
    select coalesce(into_.id, o.id) as id, coalesce(into_.slug, o.slug) as slug, coalesce(into_.name, o.name) as name
    from organizations o left join organizations into_ on into_.id = o.merged_into_id
    where (o.slug = ${slugOrName} or (lower(o.name) = lower(${slugOrName}) and o.archived_at is null))
      and (case when into_.id is null then o.archived_at else into_.archived_at end) is null
    order by o.slug = ${slugOrName} desc
    limit 1`
  return rows[0] ?? null
}

/** The group that a slug or a name says, whatever its case. */
export async function findGroup(tx: Transaction, slugOrName: string): Promise<Party | null> {
  const rows = await tx.$queryRaw<Party[]>`
    select id, slug, name from groups
    where slug = ${slugOrName} or lower(name) = lower(${slugOrName})
    order by slug = ${slugOrName} desc
    limit 1`
  return rows[0] ?? null
}
