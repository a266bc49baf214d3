import 'server-only'
import { readIn, type Transaction } from '@/lib/platform/db'
import { invalid } from '@/lib/platform/result'
import { sql } from '@/lib/platform/sql'
import { Prisma } from '@/prisma/generated/client'

export type Party = { id: string; slug: string; name: string }

// The database compares names: its function `name_key` and the columns `name_key` of organizations and groups are in
// prisma/migrations (20261129143500_names, 20261130105000_one_name_one_organization).

/** SQL: joins `s`, the organization that `o` is now: itself, or the one it was merged into. */
const asItIsNow = 'join organizations s on s.id = coalesce(o.merged_into_id, o.id)'

/**
 * SQL: the organization for a slug or a name, in any spelling. If it was merged, the one it was merged into. A slug
 * takes precedence over a name. `archivedToo` is an SQL condition; if it is false, archived organizations are left out.
 */
export const organizationMeant = (slugOrName: string, archivedToo = 'false') => `
  select s.id, s.slug, s.name
  from organizations o ${asItIsNow}
  where (o.slug = ${slugOrName} or o.name_key = name_key(${slugOrName})) and (s.archived_at is null or ${archivedToo})
  order by o.slug = ${slugOrName} desc, s.archived_at is not null, o.archived_at is not null,
    o.name = ${slugOrName} desc, o.namesake
  limit 1`

/** SQL: the group for a slug or a name, in any spelling. A slug takes precedence over a name. */
export const groupMeant = (slugOrName: string) => `
  select id, slug, name from groups
  where slug = ${slugOrName} or name_key = name_key(${slugOrName})
  order by slug = ${slugOrName} desc, name = ${slugOrName} desc, namesake
  limit 1`

/**
 * Returns the organization for a slug or a name. If it was merged, returns the one it was merged into. Returns null if
 * it is archived.
 */
export async function findOrganization(tx: Transaction, slugOrName: string): Promise<Party | null> {
  const [found = null] = await findEach(tx, [slugOrName], { archivedToo: false })
  return found
}

/**
 * Returns the organizations for slugs or names, in their order. If some do not exist, returns an error for each:
 * `organizations.0`.
 */
export async function findOrganizations(tx: Transaction, called: readonly string[], { archivedToo = false } = {}) {
  const found = await findEach(tx, called, { archivedToo })
  const errors = called.flatMap((name, place) => (found[place] ? [] : [unknownOrganization(name, place)]))
  if (errors.length > 0) return invalid(...errors)
  return { ok: true, called, organizations: found.flatMap((one) => one ?? []) } as const
}

/** Returns the error for a name in a list that no organization has. */
export const unknownOrganization = (name: string, place: number) =>
  ({ field: `organizations.${place}`, code: 'organization_unknown', params: { name } }) as const

type OrNull<Row> = { [Field in keyof Row]: Row[Field] | null }

async function findEach(
  tx: Transaction,
  called: readonly string[],
  { archivedToo }: { archivedToo: boolean },
): Promise<(Party | null)[]> {
  if (called.length === 0) return []
  const meant = Prisma.raw(organizationMeant('c.called', `${archivedToo}`))
  const rows = await readIn<OrNull<Party>>(
    tx,
    'organizations-meant',
    sql`
    select m.id, m.slug, m.name
    from unnest(${called}::text[]) with ordinality c(called, place) left join lateral (${meant}) m on true
    order by c.place`,
  )
  return rows.map(({ id, slug, name }) => (id === null || slug === null || name === null ? null : { id, slug, name }))
}

/** Returns the group for a slug or a name. */
export async function findGroup(tx: Transaction, slugOrName: string): Promise<Party | null> {
  const [found = null] = await readIn<Party>(
    tx,
    'group-meant',
    sql`
    select m.* from (select ${slugOrName}::text as called) c cross join lateral (${Prisma.raw(groupMeant('c.called'))}) m`,
  )
  return found
}

/** Returns the key of each name. Names that read the same have equal keys. */
export async function nameKeys(tx: Transaction, names: readonly string[]) {
  const rows = await readIn<{ key: string }>(
    tx,
    'name-keys',
    sql`
    select name_key(name) as key from unnest(${names}::text[]) with ordinality n(name, place) order by place`,
  )
  return rows.map(({ key }) => key)
}

type Namesake = { name: string; key: string; archived: boolean } & OrNull<{ id: string; slug: string; called: string }>

/**
 * Returns, for each name, the organization that has it in any spelling. Equal names have equal `key`s. If the
 * organization was merged, returns the one it was merged into. Leaves out the organization with the ID `except`.
 */
export async function findNamesakes(tx: Transaction, names: string[], except: string | null = null) {
  const rows = await readIn<Namesake>(
    tx,
    'namesakes',
    sql`
    select distinct on (n.place)
           n.name, n.key, s.id, s.slug, s.name as called, s.archived_at is not null as archived
    from (
      select name, name_key(name) as key, place from unnest(${names}::text[]) with ordinality n(name, place)) n
    left join (organizations o ${Prisma.raw(asItIsNow)}) on o.name_key = n.key and s.id is distinct from ${except}::uuid
    order by n.place, s.id is null, s.archived_at is not null, o.archived_at is not null, o.name <> n.name, o.namesake`,
  )
  return rows.map(({ name, key, id, slug, called, archived }) => ({
    name,
    key,
    organization: id === null || slug === null || called === null ? null : { id, slug, name: called, archived },
  }))
}
