import 'server-only'
import type { Actor } from '@/lib/people/actor'
import { today } from '@/lib/platform/clock'
import { pool } from '@/lib/platform/db'
import { type Load, loadOf } from './load'
import type { Named } from './queries'

export type ListedGroup = Named & { members: number; version: number }

const members = `(
  select count(*)::int from group_members gm join organizations o on o.id = gm.organization_id
  where gm.group_id = g.id and o.archived_at is null) as members`

const listed = `select g.slug, g.name, g.version, ${members} from groups g order by lower(g.name), g.id`

/** All groups by name, for everybody signed in. */
export async function listGroups(_actor: Actor): Promise<ListedGroup[]> {
  const { rows } = await pool.query<ListedGroup>({ name: 'group-list', text: listed })
  return rows
}

const paged = `
  select g.slug, g.name, g.version, ${members} from groups g
  where $1 = '' or (lower(g.name), g.id) > (select lower(name), id from groups where slug = $1)
  order by lower(g.name), g.id
  limit $2`

/** The same, page by page; `after` is the slug of the last one of the page before. */
export async function pageOfGroups(
  _actor: Actor,
  { limit, after = '' }: { limit: number; after?: string | undefined },
) {
  const values = [after, limit + 1]
  const { rows } = await pool.query<ListedGroup>({ name: 'group-page', text: paged, values })
  const items = rows.slice(0, limit)
  return { items, next: rows.length > limit ? (items.at(-1)?.slug ?? null) : null }
}

export type Group = ListedGroup & { id: string; organizations: (Named & Load)[] }

const one = `select g.id, g.slug, g.name, g.version, ${members} from groups g where g.slug = $1`

const organizations = `
  select o.slug, o.name, l.load
  from group_members gm join organizations o on o.id = gm.organization_id
  ${loadOf('$2')}
  where gm.group_id = $1 and o.archived_at is null
  order by lower(o.name), o.id`

/** One group with its members, and what each of them carries. */
export async function findGroupPage(_actor: Actor, slug: string): Promise<Group | undefined> {
  if (!/^[a-z0-9-]+$/.test(slug)) return undefined
  const groups = await pool.query<ListedGroup & { id: string }>({ name: 'group-one', text: one, values: [slug] })
  const [group] = groups.rows
  if (!group) return undefined

  const values = [group.id, today()]
  const { rows } = await pool.query<Named & { load: Load }>({ name: 'group-members', text: organizations, values })
  return { ...group, organizations: rows.map(({ slug, name, load }) => ({ slug, name, ...load })) }
}

const outside = `
  select o.slug, o.name from organizations o
  where o.archived_at is null
    and not exists (select from group_members gm join groups g on g.id = gm.group_id
      where g.slug = $1 and gm.organization_id = o.id)
  order by lower(o.name), o.id
  limit $2`

/** The organizations that are not in a group, so many at most, for picking. */
export async function outsideGroup(_actor: Actor, slug: string, limit: number): Promise<Named[]> {
  const { rows } = await pool.query<Named>({ name: 'group-outside', text: outside, values: [slug, limit] })
  return rows
}
