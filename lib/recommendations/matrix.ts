import 'server-only'
import { pool } from '@/lib/platform/db'
import type { AssignmentStatus } from '@/prisma/generated/enums'
import type { Party } from './shapes'

/** One organization's assignment under one recommendation. */
export type MatrixCell = {
  key: string
  id: string
  organization: Party
  status: AssignmentStatus
  dueOn: string | null
}

/** Of a group's assignments under one recommendation, how many there are in each status. */
export type GroupCell = { key: string; group: Party; counts: { status: AssignmentStatus; count: number }[] }

export type Matrix = {
  /** The columns, who owes most first, and how many organizations there is no room for. */
  organizations: Party[]
  more: number
  groups: Party[]
  /** By their places: nothing, where nothing is owed. */
  cells: Map<string, MatrixCell>
  groupCells: Map<string, GroupCell>
}

/** Where a recommendation and an organization, or a group, meet. */
export const placeIn = (recommendation: string, party: string) => `${recommendation} ${party}`

const room = 24

const direct = `
  select r.key, a.id, json_build_object('slug', o.slug, 'name', o.name) as organization, a.status, a.due_on as "dueOn"
  from assignments a
  join recommendations r on r.id = a.recommendation_id
  join organizations o on o.id = a.organization_id
  left join groups g on g.id = a.via_group_id
  where a.recommendation_id = any($1) and (a.via_group_id is null or g.slug = $2)
  order by o.name`

const folded = `
  select c.key, json_build_object('slug', g.slug, 'name', g.name) as "group",
    json_agg(json_build_object('status', c.status, 'count', c.count) order by c.status) as counts
  from (
    select r.key, a.via_group_id, a.status, count(*) as count
    from assignments a join recommendations r on r.id = a.recommendation_id
    where a.recommendation_id = any($1)
    group by r.key, a.via_group_id, a.status) c
  join groups g on g.id = c.via_group_id
  where g.slug <> $2
  group by c.key, g.id
  order by g.name`

/** Who owes the recommendations with these ids. What came by a group is one column, unless that group is opened. */
export async function matrixOf(ids: string[], opened = ''): Promise<Matrix> {
  const values = [ids, opened]
  const [{ rows: cells }, { rows: groupCells }] = await Promise.all([
    pool.query<MatrixCell>({ name: 'matrix-cells', text: direct, values }),
    pool.query<GroupCell>({ name: 'matrix-groups', text: folded, values }),
  ])
  const all = parties(cells.map(({ organization }) => organization))
  const organizations = all.slice(0, room)
  const shown = new Set(organizations.map(({ slug }) => slug))
  return {
    organizations,
    more: all.length - organizations.length,
    groups: parties(groupCells.map(({ group }) => group)),
    cells: new Map(
      cells
        .filter(({ organization }) => shown.has(organization.slug))
        .map((cell) => [placeIn(cell.key, cell.organization.slug), cell]),
    ),
    groupCells: new Map(groupCells.map((cell) => [placeIn(cell.key, cell.group.slug), cell])),
  }
}

/** Each once, the most frequent first. */
function parties(named: Party[]): Party[] {
  const many = new Map<string, { party: Party; count: number }>()
  for (const party of named) many.set(party.slug, { party, count: (many.get(party.slug)?.count ?? 0) + 1 })
  return [...many.values()].sort((a, b) => b.count - a.count).map(({ party }) => party)
}
