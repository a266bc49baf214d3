import 'server-only'
import { pool } from '@/lib/platform/db'
import { AssignmentStatus, type RecommendationStatus } from '@/prisma/generated/enums'

/*
 * Live counts, read from indexes alone: all that there is, less the few of archived documents. What is closed as a whole
 * is neither late nor still to be done.
 */

type Dates = { overdue: number; soon: number }

/** Recommendations, and of them those that ask for action. */
export type RecommendationTally = {
  overdue: number
  total: number
  actions: number
  actionsDone: number
  byStatus: Partial<Record<RecommendationStatus, number>>
}

/** Assignments; `pending`: still to be done. */
export type AssignmentTally = Dates & {
  total: number
  pending: number
  byStatus: Partial<Record<AssignmentStatus, number>>
}

export type PartyTally = AssignmentTally & { slug: string; name: string }

export type AssignmentTallies = {
  all: AssignmentTally
  /** Those that owe most, of those that owe by themselves: each with all that it owes, by a group or not. */
  organizations: PartyTally[]
  /** What came by a group, as one. */
  groups: PartyTally[]
  /** Those of the reader. */
  own: PartyTally[]
}

export type Days = { today: string; soon: string }

const archived = '(select id from documents where archived_at is not null)'

const late = (column: string) => `count(*) filter (where ${column} < $1::date)::int`
const soon = (column: string) => `count(*) filter (where ${column} between $1::date and $2::date)::int`

const recommendations = `
  with counted as (
    select status, kind, count(*)::int as n, ${late('next_due_on')} as late
    from recommendations group by status, kind
    union all
    select status, kind, -count(*)::int, -${late('next_due_on')}
    from recommendations where document_id in ${archived} group by status, kind)
  select json_build_object(
    'total', coalesce(sum(n), 0),
    'actions', coalesce(sum(n) filter (where kind = 'action'), 0),
    'actionsDone', coalesce(sum(n) filter (where kind = 'action' and status in ('implemented', 'verified')), 0),
    'overdue', coalesce(sum(late) filter (where status <> 'closed'), 0),
    'byStatus', coalesce((
      select json_object_agg(status, n order by status)
      from (select status, sum(n) as n from counted group by status having sum(n) > 0) s), '{}')) as tally
  from counted`

export async function tallyRecommendations({ today }: Days): Promise<RecommendationTally> {
  const query = { name: 'tally-recommendations', text: recommendations, values: [today] }
  const { rows } = await pool.query<{ tally: RecommendationTally }>(query)
  return there(rows[0]?.tally)
}

const pending = `status in ('not_started', 'in_progress', 'partially_implemented')`

/** SQL: the tally of rows of `counted`. */
const tally = `
  'total', coalesce(sum(n), 0),
  'pending', coalesce(sum(n - ended) filter (where ${pending}), 0),
  'overdue', coalesce(sum(late) filter (where ${pending}), 0),
  'soon', coalesce(sum(soon) filter (where ${pending}), 0),
  'byStatus', json_strip_nulls(json_build_object(${Object.values(AssignmentStatus)
    .map((status) => `'${status}', nullif(sum(n) filter (where status = '${status}'), 0)`)
    .join(', ')}))`

/** SQL: the tallies of parties, in the order of what they owe. */
const parties = (table: string, column: string, which: string) => `coalesce((
  select json_agg(t.tally order by t.total desc, t.name)
  from (
    select p.name, sum(n) as total, json_build_object('slug', p.slug, 'name', p.name, ${tally}) as tally
    from counted join ${table} p on p.id = counted.${column}
    group by p.id having sum(n) > 0 ${which}
    order by sum(n) desc, p.name
    limit 8) t), '[]')`

/** Each organization's own part of the index, one after another: so no plan reads the table. */
const assignments = `
  with counted as materialized (
    select o.id as organization_id, a.via_group_id, a.status, a.n, a.late, a.soon, 0 as ended
    from organizations o cross join lateral (
      select via_group_id, status, count(*)::int as n, ${late('due_on')} as late, ${soon('due_on')} as soon
      from assignments where organization_id = o.id group by via_group_id, status) a
    union all
    select a.organization_id, a.via_group_id, a.status, -count(*)::int, -${late('a.due_on')}, -${soon('a.due_on')}, 0
    from recommendations r join assignments a on a.recommendation_id = r.id
    where r.document_id in ${archived}
    group by 1, 2, 3
    union all
    select a.organization_id, a.via_group_id, a.status, 0, -${late('a.due_on')}, -${soon('a.due_on')}, count(*)::int
    from recommendations r join assignments a on a.recommendation_id = r.id
    where r.closure is not null and r.document_id not in ${archived}
    group by 1, 2, 3)
  select json_build_object(
    'all', (select json_build_object(${tally}) from counted),
    'organizations', ${parties('organizations', 'organization_id', 'and sum(n) filter (where via_group_id is null) > 0')},
    'groups', ${parties('groups', 'via_group_id', '')},
    'own', ${parties('organizations', 'organization_id', 'and p.id = any($3)')}) as tally`

export async function tallyAssignments({ today, soon }: Days, own: readonly string[]): Promise<AssignmentTallies> {
  const query = { name: 'tally-assignments', text: assignments, values: [today, soon, own] }
  const { rows } = await pool.query<{ tally: AssignmentTallies }>(query)
  return there(rows[0]?.tally)
}

function there<T>(row: T | undefined): T {
  if (row === undefined) throw new Error('A count answered nothing.')
  return row
}
