import { archived } from '@/lib/recommendations/archived'
import { live, pending } from '@/lib/recommendations/conditions'
import { AssignmentStatus, Kind, RecommendationStatus } from '@/prisma/generated/enums'

/*
 * Live counts, read from indexes alone: all that there is, less the few of archived documents. In every statement $1 is
 * today and $2 the last day that is soon. What is closed as a whole is neither late nor still to be done.
 */

type Counted<Status extends string> = { total: number; byStatus: Partial<Record<Status, number>> }

/** Those that ask for action, and those that only find; late, or with something that is due soon. */
export type RecommendationTally = { total: number; overdue: number; soon: number } & Record<
  Kind,
  Counted<RecommendationStatus>
>

/** Assignments; `pending`: still to be done. */
type Tally = Counted<AssignmentStatus> & { pending: number; overdue: number }

export type AssignmentTally = Tally & { soon: number }

export type PartyTally = Tally & { slug: string; name: string }

/** What came by a group, as one: of how many of its members. */
export type GroupTally = PartyTally & { organizations: number }

const late = (column: string) => `count(*) filter (where ${column} < $1::date)::int`

/** SQL: recommendations by status and kind, to be summed; each status's own part of the index, one after another. */
export const recommended = `
  select s.status, r.kind, r.n, r.late
  from unnest(enum_range(null::recommendation_status)) s(status) cross join lateral (
    select kind, count(*)::int as n, ${late('next_due_on')} as late
    from recommendations where status = s.status group by kind) r
  union all
  select status, kind, -count(*)::int, -${late('next_due_on')}
  from recommendations where document_id in ${archived} group by status, kind`

const owingOne = 'coalesce(o.merged_into_id, o.id)'

/**
 * SQL: assignments by organization, group and status, to be summed; `ended` are those whose recommendation is closed.
 * What stayed with an organization that was merged counts for the one it was merged into, as in the lists.
 * Here too part of an index after part: asked for all at once, the whole table would be read.
 */
export const owed = `
  select ${owingOne} as organization_id, a.via_group_id, a.status, a.n, a.late, 0 as ended
  from organizations o cross join lateral (
    select via_group_id, status, count(*)::int as n, ${late('due_on')} as late
    from assignments where organization_id = o.id group by via_group_id, status) a
  union all
  select ${owingOne}, a.via_group_id, a.status, -count(*)::int, -${late('a.due_on')}, 0
  from recommendations r join assignments a on a.recommendation_id = r.id join organizations o on o.id = a.organization_id
  where r.document_id in ${archived}
  group by 1, 2, 3
  union all
  select ${owingOne}, a.via_group_id, a.status, 0, -${late('a.due_on')}, count(*)::int
  from recommendations r join assignments a on a.recommendation_id = r.id join organizations o on o.id = a.organization_id
  where r.closure is not null and r.document_id not in ${archived}
  group by 1, 2, 3`

/** SQL: how many assignments are due soon, and of how many recommendations; the index of what is pending has them together. */
export const dueSoon = `
  select count(*)::int as assignments, count(distinct a.recommendation_id)::int as recommendations
  from assignments a
  where ${pending} and a.due_on between $1::date and $2::date and ${live}
    and a.recommendation_id not in (select id from recommendations where document_id in ${archived})`

/** SQL: how many there are in each status, of what the condition lets through. */
const byStatus = (statuses: readonly string[], condition = 'true') =>
  `json_strip_nulls(json_build_object(${statuses
    .map((status) => `'${status}', nullif(sum(n) filter (where status = '${status}' and ${condition}), 0)`)
    .join(', ')}))`

const ofKind = (kind: Kind) => `'${kind}', json_build_object(
  'total', coalesce(sum(n) filter (where kind = '${kind}'), 0),
  'byStatus', ${byStatus(Object.values(RecommendationStatus), `kind = '${kind}'`)})`

/** SQL: the tally of all rows of `recommended`. */
export const recommendationTally = `(
  select json_build_object(
    'total', coalesce(sum(n), 0),
    'overdue', coalesce(sum(late) filter (where status <> 'closed'), 0),
    'soon', (select recommendations from due_soon),
    ${Object.values(Kind).map(ofKind).join(', ')})
  from recommended)`

const open = `status in ('not_started', 'in_progress', 'partially_implemented')`
const stillToDo = `coalesce(sum(n - ended) filter (where ${open}), 0)`

const tally = `
  'total', coalesce(sum(n), 0),
  'pending', ${stillToDo},
  'overdue', coalesce(sum(late) filter (where ${open}), 0),
  'byStatus', ${byStatus(Object.values(AssignmentStatus))}`

/** SQL: the tally of all rows of `owed`. */
export const assignmentTally = `(select json_build_object(${tally}, 'soon', (select assignments from due_soon)) from owed)`

const most = 8

/** SQL: tallies of parties, those first that have most still to do. */
function parties(table: string, column: string, having: string, more = '') {
  return `coalesce((
    select json_agg(t.tally order by t.pending desc, t.total desc, t.name)
    from (
      select p.name, sum(n) as total, ${stillToDo} as pending,
             json_build_object('slug', p.slug, 'name', p.name, ${tally}${more}) as tally
      from owed join ${table} p on p.id = owed.${column}
      group by p.id having sum(n) > 0 and ${having}
      order by pending desc, total desc, p.name
      limit ${most}) t), '[]')`
}

/** SQL: organizations that owe something by themselves, each with all that it owes, by a group or not. */
export const organizationTallies = parties(
  'organizations',
  'organization_id',
  `bool_or(via_group_id is null and n > 0)`,
)

/** SQL: organizations whose ids are `$3`. */
export const ownTallies = parties('organizations', 'organization_id', 'p.id = any($3)')

/** SQL: groups; members of theirs whose documents are all archived are no longer among those that owe. */
export const groupTallies = parties(
  'groups',
  'via_group_id',
  'true',
  `, 'organizations', (
    select count(*)::int from (
      select from owed m where m.via_group_id = p.id group by m.organization_id having sum(m.n) > 0) m)`,
)
