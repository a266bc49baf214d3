import 'server-only'
import { z } from 'zod'
import type { Actor } from '@/lib/domain/actor'
import { cursors } from '@/lib/platform/cursor'
import { readNamed } from '@/lib/platform/db'
import { shownDay } from '@/lib/platform/shown-day'
import { KnownName } from '@/lib/platform/text'
import type { Named } from './queries'
import { carried, type Workload, workloadOf } from './workload'

export type ListedGroup = Named & { members: number; version: number }

const members = `(
  select count(*)::int from group_members gm join organizations o on o.id = gm.organization_id
  where gm.group_id = g.id and o.archived_at is null)`

const groupsSql = `select g.slug, g.name, g.version, ${members} as members from groups g order by g.name, g.id`

/** Returns all groups by name. Everyone signed in may read them. */
export async function listGroups(_actor: Actor): Promise<ListedGroup[]> {
  const rows = await readNamed<ListedGroup>({ name: 'group-list', text: groupsSql })
  return rows
}

export const groupCursors = cursors('groups', z.tuple([KnownName, z.uuid()]))

/** SQL: at most $3 groups after the one with the name $1 and the ID $2. */
const groupPageSql = `
  select json_build_object('slug', g.slug, 'name', g.name, 'version', g.version, 'members', ${members}) as item,
    json_build_array(g.name, g.id) as place
  from groups g
  where $1::text is null or (g.name, g.id) > ($1, $2::uuid)
  order by g.name, g.id
  limit $3`

type Listed = { item: ListedGroup; place: [name: string, id: string] }

/** Returns a page of groups. `after` is the value of `next` on the page before. */
export async function pageOfGroups(_actor: Actor, { limit, after }: { limit: number; after?: string | undefined }) {
  const [name = null, id = null] = groupCursors.read(after) ?? []
  const page = await readNamed<Listed>({ name: 'group-page', text: groupPageSql, values: [name, id, limit + 1] })
  const { rows, next } = groupCursors.page(page, limit)
  return { items: rows.map(({ item }) => item), next }
}

export type Group = ListedGroup & {
  id: string
  /** The assignments of all members, by status. */
  counts: Workload['counts']
  /** One page of the members, by name. */
  organizations: (Named & Workload)[]
}

/** The largest number of members on one page. */
export const membersPerPage = 200

/** SQL: the group with the slug $1, and the assignments of all its members. */
const groupSql = `
  select g.id, g.slug, g.name, g.version, ${members} as members,
    coalesce((select json_object_agg(s.status, s.count) from (
      select a.status, count(*) as count
      from group_members gm
      join organizations o on o.id = gm.organization_id and o.archived_at is null
      join assignments a on ${carried}
      where gm.group_id = g.id
      group by a.status) s), '{}') as counts
  from groups g where g.slug = $1`

/** SQL: at most $3 organizations in the group $1 after $4 others, with their workload on the day $2. */
const groupMembersSql = `
  select o.slug, o.name, l.load
  from group_members gm join organizations o on o.id = gm.organization_id
  ${workloadOf('$2')}
  where gm.group_id = $1 and o.archived_at is null
  order by o.name, o.id
  limit $3 offset $4`

/** Returns a group with a page of its members, counted from 0, and the workload of each. */
export async function findGroupPage(_actor: Actor, slug: string, page = 0): Promise<Group | undefined> {
  if (!/^[a-z0-9-]+$/.test(slug)) return undefined
  const groups = await readNamed<ListedGroup & { id: string; counts: Workload['counts'] }>({
    name: 'group-one',
    text: groupSql,
    values: [slug],
  })
  const [group] = groups
  if (!group) return undefined

  const values = [group.id, shownDay(), membersPerPage, page * membersPerPage]
  const rows = await readNamed<Named & { load: Workload }>({
    name: 'group-members',
    text: groupMembersSql,
    values,
  })
  return { ...group, organizations: rows.map(({ slug, name, load }) => ({ slug, name, ...load })) }
}

/** SQL: the first $2 organizations that are not in the group with the slug $1. */
const outsideGroupSql = `
  select o.slug, o.name from organizations o
  where o.archived_at is null
    and not exists (select from group_members gm join groups g on g.id = gm.group_id
      where g.slug = $1 and gm.organization_id = o.id)
  order by o.name, o.id
  limit $2`

/** Returns organizations that are not in a group, at most `limit`, for a form that adds them. */
export async function outsideGroup(_actor: Actor, slug: string, limit: number): Promise<Named[]> {
  const rows = await readNamed<Named>({ name: 'group-outside', text: outsideGroupSql, values: [slug, limit] })
  return rows
}
