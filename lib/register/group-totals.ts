import 'server-only'
import { archivedDocuments } from '@/lib/domain/visibility'
import { cacheUntilNextEvent } from '@/lib/history/cache-until-next-event'
import { allOf, empty, raw, sql } from '@/lib/platform/sql'
import type { AssignmentStatus } from '@/prisma/generated/enums'
import { assignmentConditions, assignmentDue, dueOf, foundIn, hasRecommendationConditions } from './conditions'
import { readCounts } from './read-counts'
import type { Scope } from './scope'

/** The assignments of a group's members, in one row. */
export type GroupTotals = {
  slug: string
  name: string
  total: number
  overdue: number
  byStatus: Partial<Record<AssignmentStatus, number>>
}

type Counted = { slug: string; name: string; status: AssignmentStatus; n: number; late: number }

/** Returns one row for each group, with its assignments that match the filters. */
export const groupTotalsOf = (scope: Scope): Promise<GroupTotals[]> =>
  totalsOfWhole({ ...scope, filters: { ...scope.filters, after: undefined, sort: undefined, limit: 0 } })

const totalsOfWhole = cacheUntilNextEvent(async (scope: Scope): Promise<GroupTotals[]> => {
  const rows = await readCounts<Counted>('group-totals', scope, countedBy(scope))
  const groups = new Map<string, GroupTotals>()
  for (const { slug, name, status, n, late } of rows) {
    const { total, overdue, byStatus } = groups.get(slug) ?? { total: 0, overdue: 0, byStatus: {} }
    groups.set(slug, { slug, name, total: total + n, overdue: overdue + late, byStatus: { ...byStatus, [status]: n } })
  }
  return [...groups.values()]
})

const countedBy = (scope: Scope) =>
  hasRecommendationConditions(scope) ? countedAmongFound(scope) : countedWhole(scope)

/** SQL: counts the assignments of the recommendations that a search or another filter finds, in one pass. */
function countedAmongFound(scope: Scope) {
  const conditions = [...assignmentConditions(scope), ...dueOf(scope, assignmentDue)]
  return sql`
    with ${foundIn(scope)}
    select g.slug, g.name, a.status, count(*)::int as n,
      (count(*) filter (where ${assignmentDue.overdue(scope)}))::int as late
    from found join assignments a on a.recommendation_id = found.id join groups g on g.id = a.via_group_id
    where ${allOf(conditions)}
    group by g.slug, g.name, a.status
    order by g.name, a.status`
}

/**
 * SQL: counts all assignments, one group and status after another, so that only an index is read, and subtracts those
 * of archived documents.
 */
function countedWhole(scope: Scope) {
  const conditions = [...assignmentConditions(scope), ...dueOf(scope, assignmentDue)]
  const late = assignmentDue.overdue(scope)
  const counted = (from: string, where: string) => sql`(
    select array[count(*), count(*) filter (where ${late})] from ${raw(from)}
    where a.via_group_id = g.id and a.status = s.status and ${raw(where)} and ${allOf(conditions)})`
  const joined = 'assignments a join recommendations r on r.id = a.recommendation_id'
  const hidden = counted(joined, `r.document_id in ${archivedDocuments}`)
  const all = counted('assignments a', 'true')

  const { archived: only } = scope.filters
  const less = only ? '' : ` - c.hidden[%]`
  const each = (place: number) =>
    raw(`(c.${only ? 'hidden' : 'counted'}[${place}]${less.replace('%', String(place))})::int`)
  return sql`
    select g.slug, g.name, s.status, ${each(1)} as n, ${each(2)} as late
    from groups g cross join unnest(enum_range(null::assignment_status)) s(status)
    cross join lateral (select ${only ? sql`null::bigint[]` : all} as counted, ${hidden} as hidden) c
    where ${each(1)} > 0 ${only && !scope.keepsTheRecord ? sql`and false` : empty}
    order by g.name, s.status`
}
