import 'server-only'
import { readIn, type Sql, type Transaction } from '@/lib/platform/db'
import { invalid } from '@/lib/platform/result'
import { sql } from '@/lib/platform/sql'
import { unknownOrganization } from './find'

type Row = { id: string; mergedIntoId: string | null; archived: boolean }
/** Organizations, and the slug or name by which each was found. */
export type FoundBefore = { called: readonly string[]; organizations: readonly { id: string }[] }

type Ask = (ids: string[]) => Promise<Row[]>

/**
 * Locks organizations until the transaction ends. A command that archives or merges one waits, and then sees what this
 * change has linked to it. Returns a function that returns what an organization is now: itself, the one it was merged
 * into, or nothing if it is archived.
 *
 * All commands lock rows in one order, so that they do not deadlock: organizations, users, assignments,
 * recommendations, the history.
 */
export const holdOrganizations = (tx: Transaction, ids: readonly string[]) =>
  hold(
    (wanted) =>
      readIn<Row>(
        tx,
        'organizations-hold-in',
        sql`
      select id, merged_into_id as "mergedIntoId", archived_at is not null as archived
      from organizations where id = any(${wanted}::uuid[]) order by id for share`,
      ),
    ids,
  )

/** SQL: locks the organizations with the IDs $1 in shared mode. */
const holdOrganizationsSql = `
  select id, merged_into_id as "mergedIntoId", archived_at is not null as archived
  from organizations where id = any($1::uuid[]) order by id for share`

/** Does the same as `holdOrganizations`, in plain SQL. */
export const holdOrganizationsInSql = (sql: Sql, ids: readonly string[]) =>
  hold(
    async (wanted) =>
      (await sql.query<Row>({ name: 'organizations-hold', text: holdOrganizationsSql, values: [wanted] })).rows,
    ids,
  )

/**
 * Locks organizations that were found before the transaction began. Returns their IDs as they are now, or an error for
 * each that is no longer in use.
 */
export async function holdFound(tx: Transaction, { called, organizations }: FoundBefore) {
  const currentId = await holdOrganizations(
    tx,
    organizations.map(({ id }) => id),
  )
  const held = organizations.map(({ id }) => currentId(id))
  const errors = called.flatMap((name, place) => (held[place] ? [] : [unknownOrganization(name, place)]))
  return errors.length > 0 ? invalid(...errors) : ({ ok: true, ids: held.flatMap((id) => id ?? []) } as const)
}

async function hold(ask: Ask, ids: readonly string[]): Promise<(id: string) => string | undefined> {
  const held = new Map<string, Row>()
  for (let wanted = [...new Set(ids)]; wanted.length > 0; ) {
    const rows = await ask(wanted)
    for (const row of rows) held.set(row.id, row)
    wanted = [...new Set(rows.flatMap(({ mergedIntoId }) => mergedIntoId ?? []))].filter((id) => !held.has(id))
  }

  return function currentId(id: string): string | undefined {
    const row = held.get(id)
    if (row?.mergedIntoId) return currentId(row.mergedIntoId)
    return row?.archived ? undefined : row?.id
  }
}
