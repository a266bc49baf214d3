import 'server-only'
import { pool } from '@/lib/platform/db'
import type { Party } from '@/lib/recommendations/shapes'

/** Somebody who can own an assignment, and the organizations they belong to. */
export type Candidate = { email: string; name: string; organizations: string[] }

/** Whom one can assign a recommendation to: those that owe it already are left out. */
export type Candidates = {
  organizations: Party[]
  groups: (Party & { count: number })[]
  people: Candidate[]
}

// More than these nobody reads through: any other organization can be typed.
const mostOrganizations = 250
const mostPeople = 200

const candidate = `json_build_object('email', u.email, 'name', u.name, 'organizations', coalesce((
  select json_agg(o.name order by o.name)
  from memberships m join organizations o on o.id = m.organization_id where m.user_id = u.id), '[]'))`

const text = `
  select json_build_object(
    'organizations', coalesce((
      select json_agg(json_build_object('slug', x.slug, 'name', x.name) order by x.name)
      from (
        select slug, name from organizations o
        where archived_at is null and not exists (
          select from assignments a join recommendations r on r.id = a.recommendation_id
          where r.key = $1 and a.organization_id = o.id)
        order by name limit ${mostOrganizations}) x), '[]'),
    'groups', coalesce((
      select json_agg(json_build_object('slug', x.slug, 'name', x.name, 'count', x.count) order by x.name)
      from (
        select g.slug, g.name, count(*) from groups g join group_members gm on gm.group_id = g.id
        group by g.id order by g.name limit ${mostOrganizations}) x), '[]'),
    'people', coalesce((
      select json_agg(x.person order by x.name, x.id)
      from (
        select ${candidate} as person, u.name, u.id
        from users u
        where u.disabled_at is null and (
          u.role in ('coordinator', 'administrator') or exists (select from memberships m where m.user_id = u.id))
        order by u.name, u.id limit ${mostPeople}) x), '[]')) as candidates`

export async function candidatesFor(key: string): Promise<Candidates> {
  const { rows } = await pool.query<{ candidates: Candidates }>({ name: 'candidates', text, values: [key] })
  return rows[0]?.candidates ?? { organizations: [], groups: [], people: [] }
}

const owners = `
  select ${candidate} as person
  from users u
  where u.disabled_at is null and (
    u.role in ('coordinator', 'administrator')
    or exists (select from memberships m where m.user_id = u.id and m.organization_id = $1))
  order by u.name, u.id limit ${mostPeople}`

/** Who can own an assignment of an organization: its people, and who keeps the record. */
export async function ownersFor(organizationId: string): Promise<Candidate[]> {
  const { rows } = await pool.query<{ person: Candidate }>({ name: 'owners', text: owners, values: [organizationId] })
  return rows.map(({ person }) => person)
}
