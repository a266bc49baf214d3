import 'server-only'
import type { Sql } from '@/lib/platform/db'
import type { Flaw } from './history-flaw'

const duty = 'recommendation_id organization_id via_group_id role owner_id due_on original_due_on position progress'
const step = 'assignment_id position title_id responsible_id starts_on due_on original_due_on state done_on'
const counted = 'open_count begun_count implemented_count verified_count closed_count next_due_on'

/** The tables with versions, and the columns that a row has in common with its last version. */
const tables = [
  { table: 'assignments', versions: 'assignment_versions', columns: `${duty} verification closure status` },
  { table: 'actions', versions: 'action_versions', columns: step },
  {
    table: 'recommendations',
    versions: 'recommendation_versions',
    columns: `document_id key quote title kind themes closure ${counted} status`,
  },
  { table: 'documents', versions: 'document_versions', columns: 'title archived_at' },
  ...['users', 'organizations', 'groups'].map((table) => ({ table, versions: 'name_versions', columns: 'name' })),
].map(({ columns, ...one }) => ({ ...one, columns: columns.split(' ') }))

const batch = 20_000

/** SQL: compares the rows after the ID $1 with their last versions. */
const comparison = ({ table, versions, columns }: (typeof tables)[number]) => `
  with batch as materialized (select * from ${table} r where r.id > $1 order by r.id limit ${batch}),
  wrong as (
    select r.id, coalesce(${columns.map((column) => `case when r.${column} is distinct from v.${column} then '${column}' end`).join(', ')}) as field
    from batch r join ${versions} v on v.id = r.id and v.valid_to = 'infinity'
    where (${columns.map((column) => `r.${column}`).join(', ')}) is distinct from (${columns.map((column) => `v.${column}`).join(', ')})
    order by r.id limit 1)
  select (select id from batch order by id desc limit 1) as last, (select id from wrong), (select field from wrong)`

type Compared = { last: string | null; id: string | null; field: string | null }

/** Returns the first row that differs from its last version, which was compared with the events. */
export async function alteredPresent(sql: Sql): Promise<Flaw | undefined> {
  for (const one of tables) {
    const text = comparison(one)
    for (let from = '00000000-0000-0000-0000-000000000000'; ; ) {
      const { rows } = await sql.query<Compared>({ name: `last-versions ${one.table}`, text, values: [from] })
      const { last = null, id = null, field = null } = rows[0] ?? {}
      if (id !== null && field !== null) return { what: 'field', table: one.table, row: id, field }
      if (last === null) break
      from = last
    }
  }
  return undefined
}
