import 'server-only'
import { groupMeant } from '@/lib/organizations/find'
import { readIn, type Transaction } from '@/lib/platform/db'
import { raw, sql } from '@/lib/platform/sql'

/** A group that a cell names, with its members that are in use. */
export type NamedGroup = { id: string; name: string; memberIds: string[] }

/** Returns the group of each name that a group has. */
export async function findGroupsNamed(tx: Transaction, names: readonly string[]): Promise<Map<string, NamedGroup>> {
  if (names.length === 0) return new Map()
  const rows = await readIn<NamedGroup & { called: string }>(
    tx,
    'sheet-groups',
    sql`
    select n.called, g.id, g.name,
      array(
        select o.id::text from group_members m join organizations o on o.id = m.organization_id
        where m.group_id = g.id and o.archived_at is null order by o.id) as "memberIds"
    from unnest(${names}::text[]) n(called) cross join lateral (${raw(groupMeant('n.called'))}) g`,
  )
  return new Map(rows.map(({ called, ...group }) => [called, group]))
}
