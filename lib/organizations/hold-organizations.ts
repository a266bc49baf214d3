import 'server-only'
import type { Sql, Transaction } from '@/lib/platform/db'
import { invalid } from '@/lib/platform/result'
import { unknownOrganization } from './find'

type Row = { id: string; mergedIntoId: string | null; archived: boolean }
/** Organizations, and the slug or the name by which each was found. */
export type FoundBefore = { called: readonly string[]; organizations: readonly { id: string }[] }

type Ask = (ids: string[]) => Promise<Row[]>

/**
 * Holds organizations until the end of the change: whoever archives or merges one waits, and then finds what this change
 * has linked to it. Answers what each is by now: itself, the one that it was merged into, or nothing where it is archived.
 *
 * Locks are taken in one order everywhere, so that nobody waits for each other crosswise: organizations, users,
 * assignments, recommendations, the history.
 */
export const holdOrganizations = (tx: Transaction, ids: readonly string[]) =>
  hold(
    (wanted) => tx.$queryRaw<Row[]>`
      select id, merged_into_id as "mergedIntoId", archived_at is not null as archived
      from organizations where id = any(${wanted}::uuid[]) order by id for share`,
    ids,
  )

/** SQL: locks the organizations with the ids $1 in shared mode. */
const holdOrganizationsSql = `
  select id, merged_into_id as "mergedIntoId", archived_at is not null as archived
  from organizations where id = any($1::uuid[]) order by id for share`

/** `holdOrganizations` in plain SQL. */
export const holdOrganizationsInSql = (sql: Sql, ids: readonly string[]) =>
  hold(
    async (wanted) =>
      (await sql.query<Row>({ name: 'organizations-hold', text: holdOrganizationsSql, values: [wanted] })).rows,
    ids,
  )

/**
 * Holds the organizations that were found before the change under `called`. Answers what each is by now, or which of them
 * are no longer in use.
 */
export async function holdFound(tx: Transaction, { called, organizations }: FoundBefore) {
  const standing = await holdOrganizations(
    tx,
    organizations.map(({ id }) => id),
  )
  const held = organizations.map(({ id }) => standing(id))
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

  return function standing(id: string): string | undefined {
    const row = held.get(id)
    if (row?.mergedIntoId) return standing(row.mergedIntoId)
    return row?.archived ? undefined : row?.id
  }
}
