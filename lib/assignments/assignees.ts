import 'server-only'
import type { Actor } from '@/lib/domain/actor'
import type { Party } from '@/lib/domain/answer-shapes'
import { cacheUntilNextEvent } from '@/lib/history/cache-until-next-event'
import { pool } from '@/lib/platform/db'
import { mayAssign, mayReportOn } from './policy'

/** A person who can own an assignment, with the slugs of their organizations. */
export type Assignee = { email: string; name: string; organizations: string[] }

/**
 * The organizations and groups to which a recommendation can be assigned. Those that already have an assignment are
 * left out.
 */
export type Assignees = {
  organizations: Party[]
  groups: (Party & { count: number })[]
  people: Assignee[]
}

/** The largest number of each. */
const most = 1000

const person = `json_build_object('email', u.email, 'name', u.name, 'organizations', coalesce((
  select json_agg(o.name order by o.name)
  from memberships m join organizations o on o.id = m.organization_id where m.user_id = u.id), '[]'))`

const keeps = `u.role in ('coordinator', 'administrator')`

/**
 * SQL: to whom the recommendation with the key $1 can be assigned, $2 of each kind. Those that the text addresses come
 * first.
 */
const assigneesSql = `
  with r as (select id from recommendations where key = $1),
  named as (select organization_id, group_id from addressees join r on r.id = recommendation_id)
  select json_build_object(
    'organizations', coalesce((
      select json_agg(json_build_object('slug', x.slug, 'name', x.name) order by x.named desc, x.name)
      from (
        select slug, name, id in (select organization_id from named) as named from organizations o
        where archived_at is null
          and not exists (select from assignments a join r on r.id = a.recommendation_id where a.organization_id = o.id)
        order by named desc, name limit $2) x), '[]'),
    'groups', coalesce((
      select json_agg(json_build_object('slug', x.slug, 'name', x.name, 'count', x.count) order by x.named desc, x.name)
      from (
        select g.slug, g.name, g.id in (select group_id from named) as named, count(*)
        from groups g join group_members gm on gm.group_id = g.id
        group by g.id order by named desc, g.name limit $2) x), '[]'),
    'people', coalesce((
      select json_agg(x.person order by x.named desc, x.keeps desc, x.name, x.id)
      from (
        select ${person} as person, u.name, u.id, ${keeps} as keeps, exists (
            select from memberships m join named on named.organization_id = m.organization_id where m.user_id = u.id) as named
        from users u
        where u.disabled_at is null and (${keeps} or exists (select from memberships m where m.user_id = u.id))
        order by named desc, keeps desc, u.name, u.id limit $2) x), '[]')) as candidates`

/** Returns to whom a recommendation can be assigned, for those who may assign. For others the lists are empty. */
export async function assigneesFor(actor: Actor, key: string): Promise<Assignees> {
  const nobody = { organizations: [], groups: [], people: [] }
  if (!mayAssign(actor)) return nobody
  const values = [key, most]
  const { rows } = await pool.query<{ candidates: Assignees }>({ name: 'candidates', text: assigneesSql, values })
  return rows[0]?.candidates ?? nobody
}

/** SQL: the people who can own at least one of the assignments that the user $1 owns. */
const successorsSql = `
  select ${person} as person
  from users u
  where u.disabled_at is null and u.id <> $1 and (${keeps} or exists (
    select from memberships m join assignments a on a.organization_id = m.organization_id
    where m.user_id = u.id and a.owner_id = $1 and a.closure is null))
  order by ${keeps}, u.name, u.id limit ${most}`

/**
 * Returns the people who can own at least one of the assignments that a person owns: members of the organizations
 * first, then those who keep the record. Only for those who may assign.
 */
export async function successorsOf(actor: Actor, ownerId: string): Promise<Assignee[]> {
  if (!mayAssign(actor)) return []
  const { rows } = await pool.query<{ person: Assignee }>({
    name: 'successors',
    text: successorsSql,
    values: [ownerId],
  })
  return rows.map(({ person }) => person)
}

/** SQL: the people who can own an assignment of the organization $1. */
const ownersSql = `
  select ${person} as person
  from users u
  where u.disabled_at is null and (
    ${keeps} or exists (select from memberships m where m.user_id = u.id and m.organization_id = $1))
  order by u.name, u.id limit ${most}`

/**
 * Returns the people who can own an assignment of an organization: its members, and those who keep the record. Only for
 * those who may name the owner.
 */
export async function ownersFor(actor: Actor, organizationId: string): Promise<Assignee[]> {
  if (!mayReportOn(actor, { organizationId })) return []
  const { rows } = await pool.query<{ person: Assignee }>({ name: 'owners', text: ownersSql, values: [organizationId] })
  return rows.map(({ person }) => person)
}

/** The largest number of people in a list on a page of many recommendations. */
const few = 100

/** SQL: who can own an assignment of any organization, one more than are listed. */
const everyOwnerSql = `
  select ${person} as person
  from users u
  where u.disabled_at is null and (${keeps} or exists (select from memberships m where m.user_id = u.id))
  order by u.name, u.id limit ${few + 1}`

const readEveryOwner = cacheUntilNextEvent(async (_: null): Promise<Assignee[] | undefined> => {
  const { rows } = await pool.query<{ person: Assignee }>({ name: 'every-owner', text: everyOwnerSql })
  return rows.length > few ? undefined : rows.map(({ person }) => person)
})

/**
 * Returns the people who can own an assignment of some organization, for those who may assign. Undefined for others, and
 * if they are too many for a list.
 */
export const everyOwner = async (actor: Actor) => (mayAssign(actor) ? readEveryOwner(null) : undefined)
