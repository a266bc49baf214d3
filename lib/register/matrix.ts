import 'server-only'
import type { Party } from '@/lib/domain/answer-shapes'
import { type Claim, lateClaim } from '@/lib/domain/implementation-claim-sql'
import { pending } from '@/lib/domain/statuses'
import { readPrepared } from '@/lib/platform/db'
import { allOf, type Composed, raw, sql } from '@/lib/platform/sql'
import type { AssignmentStatus, Progress } from '@/prisma/generated/enums'
import { partyConditions } from './conditions'
import type { Scope } from './scope'

/** The assignment of one organization for one recommendation. */
export type MatrixCell = {
  key: string
  id: string
  organization: Party
  status: AssignmentStatus
  progress: Progress
  dueOn: string | null
  /** When it was first reported as implemented, if that may have been after its due date. */
  reportedImplemented: Claim | null
  late: boolean
  /** The group by which it came, if the members of that group are shown. */
  group: Party | null
  /** Whether it matches the organization, group or owner in the filters. */
  matches: boolean
}

/**
 * The assignments of a group for one recommendation: how many have each status, and how many of them match the filters.
 */
export type GroupCell = {
  key: string
  group: Party
  counts: { status: AssignmentStatus; count: number; matching: number }[]
}

export type Matrix = {
  /**
   * The organizations with direct assignments: those that match the filters first, then those with most assignments.
   */
  organizations: Party[]
  opened: { group: Party; members: Party[] } | undefined
  groups: Party[]
  /** By the result of `placeIn`. An organization without an assignment has no cell. */
  cells: Map<string, MatrixCell>
  memberCells: Map<string, MatrixCell>
  groupCells: Map<string, GroupCell>
}

/** Returns the key of the cell for a recommendation and an organization or group. */
export const placeIn = (recommendation: string, party: string) => `${recommendation} ${party}`

/**
 * `held` is the condition for assignments `a` that match. `apart` is the condition for those that get a column of their
 * own although they came by a group.
 */
type Asking = { ids: string[]; opened: string; today: string; held: Composed; apart: Composed }

/** SQL: the cells of organizations. */
const cellsSql = ({ ids, opened, today, held, apart }: Asking) => sql`
  select r.key, a.id, json_build_object('slug', o.slug, 'name', o.name) as organization, a.status, a.progress,
    a.due_on as "dueOn", ${raw(lateClaim)} as "reportedImplemented",
    coalesce(${raw(pending)} and a.due_on < ${today}, false) as late,
    case when g.id is not null and not ${apart} then json_build_object('slug', g.slug, 'name', g.name) end as "group", ${held} as matches
  from assignments a
  join recommendations r on r.id = a.recommendation_id
  join organizations o on o.id = a.organization_id
  left join groups g on g.id = a.via_group_id
  where a.recommendation_id = any(${ids}) and (a.via_group_id is null or g.slug = ${opened} or ${apart})
  order by o.name`

/** SQL: the cells of groups. */
const groupCellsSql = ({ ids, opened, held, apart }: Asking) => sql`
  select c.key, json_build_object('slug', g.slug, 'name', g.name) as "group",
    json_agg(json_build_object('status', c.status, 'count', c.count, 'matching', c.matching) order by c.status) as counts
  from (
    select r.key, a.via_group_id, a.status, count(*) as count, count(*) filter (where ${held}) as matching
    from assignments a join recommendations r on r.id = a.recommendation_id
    where a.recommendation_id = any(${ids}) and not ${apart}
    group by r.key, a.via_group_id, a.status) c
  join groups g on g.id = c.via_group_id
  where g.slug <> ${opened}
  group by c.key, g.id
  order by g.name`

/**
 * Returns the matrix of the recommendations with these IDs. Assignments by a group share one column, unless that group
 * is opened. A scope tells which assignments match its filters.
 */
export async function matrixOf(ids: string[], today: string, opened = '', scope?: Scope): Promise<Matrix> {
  const asking = { ids, opened, today, ...cellConditions(scope) }
  const [cells, groupCells] = await Promise.all([
    readPrepared<MatrixCell>('matrix-cells', cellsSql(asking)),
    readPrepared<GroupCell>('matrix-groups', groupCellsSql(asking)),
  ])
  const direct = cells.filter(({ group }) => !group)
  return {
    organizations: parties(direct),
    opened: openedIn(cells),
    groups: parties(
      groupCells.map(({ group, counts }) => ({
        organization: group,
        matches: counts.some(({ matching }) => matching > 0),
      })),
    ),
    cells: placed(direct),
    memberCells: placed(cells.filter(({ group }) => group)),
    groupCells: new Map(groupCells.map((cell) => [placeIn(cell.key, cell.group.slug), cell])),
  }
}

/** Returns the conditions of the scope. An organization in the filters has its own column. */
export function cellConditions(scope: Scope | undefined) {
  const conditions = scope ? partyConditions(scope) : []
  if (conditions.length === 0) return { held: sql`true`, apart: sql`false` }
  const held = sql`(${allOf(conditions)})`
  return { held, apart: scope?.organization ? held : sql`false` }
}

const placed = (cells: MatrixCell[]) => new Map(cells.map((cell) => [placeIn(cell.key, cell.organization.slug), cell]))

/** Returns the opened group and its members: those that match first, then those that are late, then those that have begun. */
function openedIn(cells: MatrixCell[]): Matrix['opened'] {
  const theirs = cells.filter(({ group }) => group)
  const group = theirs[0]?.group
  if (!group) return undefined
  const late = theirs.filter((cell) => cell.late)
  const begun = theirs.filter(({ status }) => status !== 'not_started')
  const matching = theirs.every((cell) => cell.matches) ? [] : theirs.filter((cell) => cell.matches)
  const names = [matching, late, begun, theirs].flatMap(parties).map((party) => [party.slug, party] as const)
  return { group, members: [...new Map(names).values()] }
}

/** Returns each organization once: those that match first, then the most frequent. */
function parties(cells: Pick<MatrixCell, 'organization' | 'matches'>[]): Party[] {
  const many = new Map<string, { party: Party; count: number; matches: number }>()
  for (const { organization: party, matches } of cells) {
    const before = many.get(party.slug) ?? { count: 0, matches: 0 }
    many.set(party.slug, { party, count: before.count + 1, matches: before.matches || Number(matches) })
  }
  return [...many.values()].sort((a, b) => b.matches - a.matches || b.count - a.count).map(({ party }) => party)
}
