import 'server-only'
import type { Transaction } from '@/lib/platform/db'

type Row = { name: string; key: string; id: string | null; slug: string; called: string; archived: boolean }

/**
 * Who has each of these names, whatever its case: `key` is the same for names that are the same. A name that was merged
 * leads to what it was merged into.
 */
export async function lookUp(tx: Transaction, names: string[]) {
  const rows = await tx.$queryRaw<Row[]>`
    select distinct on (n.place)
           n.name, lower(n.name) as key, s.id, s.slug, s.name as called, s.archived_at is not null as archived
    from unnest(${names}::text[]) with ordinality n(name, place)
    left join organizations o on lower(o.name) = lower(n.name)
    left join organizations s on s.id = coalesce(o.merged_into_id, o.id)
    order by n.place, s.archived_at is not null, o.archived_at is not null`
  return rows.map(({ name, key, id, slug, called, archived }) => ({
    name,
    key,
    organization: id === null ? null : { id, slug, name: called, archived },
  }))
}
