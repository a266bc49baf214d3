import 'server-only'
import type { Transaction } from '@/lib/platform/db'

type Row = { name: string; key: string; id: string | null; slug: string; called: string; archived: boolean }

/**
 * Who has each of these names, however it is written: `key` is the same for names that are the same. A name that was
 * merged leads to what it was merged into. Whoever has the id `except` is left out.
 */
export async function lookUp(tx: Transaction, names: string[], except: string | null = null) {
  const rows = await tx.$queryRaw<Row[]>`
    select distinct on (n.place)
           n.name, n.key, s.id, s.slug, s.name as called, s.archived_at is not null as archived
    from (
      select name, name_key(name) as key, place from unnest(${names}::text[]) with ordinality n(name, place)) n
    left join organizations o on o.name_key = n.key
    left join organizations s on s.id = coalesce(o.merged_into_id, o.id) and s.id is distinct from ${except}::uuid
    order by n.place, s.id is null, s.archived_at is not null, o.archived_at is not null, o.name <> n.name, o.namesake`
  return rows.map(({ name, key, id, slug, called, archived }) => ({
    name,
    key,
    organization: id === null ? null : { id, slug, name: called, archived },
  }))
}
