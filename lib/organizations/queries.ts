import 'server-only'
import { z } from 'zod'
import { type Actor, keepsTheRecord } from '@/lib/domain/actor'
import { cursors } from '@/lib/platform/cursor'
import { db, readNamed } from '@/lib/platform/db'
import { shownDay } from '@/lib/platform/shown-day'
import { iso } from '@/lib/platform/sql'
import { KnownName, textToFind } from '@/lib/platform/text'
import { visibleTo } from './policy'
import { carried, overdue, type Workload, workloadOf } from './workload'

export type Named = { slug: string; name: string }

export type ListedOrganization = Named & Workload & { archivedAt?: string; mergedInto?: Named; version: number }

export type OrganizationList = { items: ListedOrganization[]; next: string | null; total: number }

type Wanted = {
  /** Part of the name. */
  q?: string | undefined
  /** Only organizations with assignments, only those with overdue ones, or only archived ones. */
  show?: 'assigned' | 'overdue' | 'archived' | undefined
  limit?: number | undefined
  /** The value of `next` on the page before. */
  after?: string | undefined
}

const fields = `
  'slug', o.slug, 'name', o.name, 'version', o.version, 'archivedAt', ${iso('o.archived_at')},
  'mergedInto', case when m.id is not null then json_build_object('slug', m.slug, 'name', m.name) end`

const shows = {
  all: 'o.archived_at is null',
  assigned: `o.archived_at is null and exists (select from assignments a where ${carried})`,
  overdue: `o.archived_at is null and exists (select from assignments a where ${carried} and ${overdue('$2')})`,
  archived: 'o.archived_at is not null',
}

/** SQL: whether an organization `o` has $1 in its name and belongs in the list on the day $2. */
const matching = (show: keyof typeof shows) => `
  $2::date is not null and ${shows[show]} and ($1 = '' or o.search_text like part_of($1))`

export const organizationCursors = cursors('organizations', z.tuple([KnownName, z.uuid()]))

/** SQL: at most $5 organizations that match $1 and $2, after the one with the name $3 and the ID $4. */
const organizationPageSql = (show: keyof typeof shows) => `
  select json_strip_nulls(json_build_object(${fields})) as organization, l.load,
    json_build_array(o.name, o.id) as place
  from (
    select * from organizations o
    where ${matching(show)}
      and ($3::text is null or (o.name, o.id) > ($3, $4::uuid))
    order by o.name, o.id
    limit $5) o
  left join organizations m on m.id = o.merged_into_id
  ${workloadOf('$2')}
  order by o.name, o.id`

type Row = { organization: Omit<ListedOrganization, keyof Workload>; load: Workload }
type Listed = Row & { place: [name: string, id: string] }

/**
 * Returns a page of organizations by name, with their workload. Only coordinators and administrators can list archived
 * ones.
 */
export async function listOrganizations(actor: Actor, wanted: Wanted = {}): Promise<OrganizationList> {
  const { q = '', show = 'all', limit = 50, after } = wanted
  if (show === 'archived' && !keepsTheRecord(actor)) return { items: [], next: null, total: 0 }

  const filters = [textToFind(q), shownDay()]
  const [from = null, id = null] = organizationCursors.read(after) ?? []
  const total = `select count(*)::int as total from organizations o where ${matching(show)}`
  const [page, all] = await Promise.all([
    readNamed<Listed>({
      name: `organization-page ${show}`,
      text: organizationPageSql(show),
      values: [...filters, from, id, limit + 1],
    }),
    readNamed<{ total: number }>({ name: `organization-total ${show}`, text: total, values: filters }),
  ])
  const { rows, next } = organizationCursors.page(page, limit)
  const items = rows.map(({ organization, load }) => ({ ...organization, ...load }))
  return { items, next, total: all[0]?.total ?? 0 }
}

export type Organization = ListedOrganization & {
  id: string
  groups: Named[]
  /** Another organization whose name reads the same. Two such organizations can only be older than the comparison. */
  sameName: Named | null
}

/** SQL: the organization with the slug $1 and its workload on the day $2; $3: whether the reader keeps the record. */
const organizationSql = `
  select o.id, json_strip_nulls(json_build_object(${fields})) as organization, l.load,
    coalesce((
      select json_agg(json_build_object('slug', g.slug, 'name', g.name) order by g.name)
      from group_members gm join groups g on g.id = gm.group_id where gm.organization_id = o.id), '[]') as groups,
    (select json_build_object('slug', twin.slug, 'name', twin.name) from organizations twin
      where twin.name_key = o.name_key and twin.id <> o.id and twin.archived_at is null and o.archived_at is null
      order by twin.namesake limit 1) as "sameName"
  from organizations o
  left join organizations m on m.id = o.merged_into_id
  ${workloadOf('$2')}
  where o.slug = $1 and ($3 or o.archived_at is null or o.merged_into_id is not null)`

/**
 * Returns an organization with its workload and its groups. Everyone may see that an organization was merged into
 * another.
 */
export async function findOrganizationPage(actor: Actor, slug: string): Promise<Organization | undefined> {
  if (!/^[a-z0-9-]+$/.test(slug)) return undefined
  const values = [slug, shownDay(), keepsTheRecord(actor)]
  const rows = await readNamed<Row & Pick<Organization, 'id' | 'groups' | 'sameName'>>({
    name: 'organization-one',
    text: organizationSql,
    values,
  })
  const [row] = rows
  if (!row) return undefined
  const { id, organization, load, groups, sameName } = row
  return { id, ...organization, ...load, groups, sameName }
}

/** Returns the first organizations by name, which a form offers. People type the names of others. */
export const organizationsToChoose = (actor: Actor) =>
  db.organization.findMany({
    where: { archivedAt: null, AND: visibleTo(actor) },
    orderBy: { name: 'asc' },
    select: { slug: true, name: true },
    take: 200,
  })
