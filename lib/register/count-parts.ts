import 'server-only'
import { archivedDocuments } from '@/lib/domain/visibility'
import type { Sql } from '@/lib/platform/db'
import type { AssignmentStatus, Kind, RecommendationStatus } from '@/prisma/generated/enums'

/**
 * The number of recommendations with a status and kind. `late`: those with an overdue assignment. `undated`: those
 * without a due date.
 */
export type RecommendationCount = {
  status: RecommendationStatus
  kind: Kind
  n: number
  late: number
  undated: number
}

/**
 * The number of assignments of an organization with a status, direct or by a group, including those of organizations
 * merged into it. `late`: those that are overdue. `ended`: those of closed recommendations, which are never late.
 */
export type AssignmentCount = {
  organizationId: string
  groupId: string | null
  status: AssignmentStatus
  n: number
  late: number
  ended: number
}

/** The counts of everything that is not archived. */
export type Counts = { recommendations: RecommendationCount[]; assignments: AssignmentCount[] }

/** The IDs of the documents and organizations to count, or null for all. */
export type Parts = { documents: string[]; organizations: string[] } | null

/** The ID of the document or organization to which a count belongs. */
export type Part = { part: string }

/** Counts recommendations and assignments as of `day`, YYYY-MM-DD. */
export async function countParts(sql: Sql, day: string, parts: Parts) {
  const form = parts ? 'some' : 'all'
  const within = (column: string) => (parts ? `and ${column} = any($2::uuid[])` : '')

  type OfDocument = Part & RecommendationCount
  const recommendations =
    parts?.documents.length === 0
      ? []
      : await sql
          .query<OfDocument>({
            name: `counts-recommendations ${form}`,
            text: recommended(within),
            values: parts ? [day, parts.documents] : [day],
          })
          .then(({ rows }) => rows)

  type OfOrganization = Part & AssignmentCount
  const assignments =
    parts?.organizations.length === 0
      ? []
      : await sql
          .query<OfOrganization>({
            name: `counts-assignments ${form}`,
            text: assigned(within),
            values: parts ? [day, parts.organizations] : [day],
          })
          .then(({ rows }) => rows)
  return { recommendations, assignments }
}

type Within = (column: string) => string

const late = (column: string) => `count(*) filter (where ${column} < $1::date)::int`

/**
 * SQL: counts recommendations by document, status and kind as of the day $1, from an index alone; of the documents $2
 * if given.
 */
const recommended = (within: Within) => `
  select document_id as part, status, kind, count(*)::int as n, ${late('next_due_on')} as late,
    count(*) filter (where next_due_on is null)::int as undated
  from recommendations where document_id not in ${archivedDocuments} ${within('document_id')}
  group by document_id, status, kind`

/**
 * SQL: counts assignments by organization, group and status. Counts everything from an index, subtracts the few that
 * are archived, and marks those of closed recommendations as ended and not late.
 */
const assigned = (within: Within) => `
  with counted as (
    select o.id, n.*
    from organizations o cross join lateral (
      select via_group_id, status, count(*)::int as n, ${late('due_on')} as late, 0 as ended
      from assignments where organization_id = o.id group by via_group_id, status) n
    where true ${within('o.id')}
    union all
    select a.organization_id, a.via_group_id, a.status, -count(*)::int, -${late('a.due_on')}, 0
    from recommendations r join assignments a on a.recommendation_id = r.id
    where r.document_id in ${archivedDocuments} ${within('a.organization_id')}
    group by 1, 2, 3
    union all
    select a.organization_id, a.via_group_id, a.status, 0, -${late('a.due_on')}, count(*)::int
    from recommendations r join assignments a on a.recommendation_id = r.id
    where r.closure is not null and r.document_id not in ${archivedDocuments} ${within('a.organization_id')}
    group by 1, 2, 3)
  select c.id as part, coalesce(o.merged_into_id, o.id) as "organizationId", c.via_group_id as "groupId", c.status,
    sum(c.n)::int as n, sum(c.late)::int as late, sum(c.ended)::int as ended
  from counted c join organizations o on o.id = c.id
  group by c.id, o.id, c.via_group_id, c.status having sum(c.n) > 0`
