import 'server-only'
import type { Transaction } from '@/lib/platform/db'

export type Party = { id: string; slug: string; name: string }

/**
 * The organization that a slug or a name says, however the name is written; where it was merged into another one, that
 * one. None where it is archived.
 */
export async function findOrganization(tx: Transaction, slugOrName: string): Promise<Party | null> {
  const [found] = await tx.$queryRaw<Party[]>`
    select s.id, s.slug, s.name
    from organizations o join organizations s on s.id = coalesce(o.merged_into_id, o.id)
    where (o.slug = ${slugOrName} or o.name_key = name_key(${slugOrName})) and s.archived_at is null
    order by o.slug = ${slugOrName} desc, o.archived_at is null desc, o.name = ${slugOrName} desc, o.namesake
    limit 1`
  return found ?? null
}

/** The group that a slug or a name says, however the name is written. */
export async function findGroup(tx: Transaction, slugOrName: string): Promise<Party | null> {
  const [found] = await tx.$queryRaw<Party[]>`
    select id, slug, name from groups
    where slug = ${slugOrName} or name_key = name_key(${slugOrName})
    order by slug = ${slugOrName} desc, name = ${slugOrName} desc, namesake
    limit 1`
  return found ?? null
}
