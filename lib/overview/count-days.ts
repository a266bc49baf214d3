import 'server-only'
import { pendingIn } from '@/lib/domain/statuses'
import { archivedDocuments } from '@/lib/domain/visibility'
import { read } from '@/lib/platform/db'
import { type PastDay, showingPresent } from '@/lib/platform/shown-day'
import { type Composed, empty, raw, sql } from '@/lib/platform/sql'
import type { AssignmentStatus } from '@/prisma/generated/enums'

/** The number of assignments with each status at the end of a day, and how many of them were overdue. */
export type DayCount = { day: string; byStatus: Partial<Record<AssignmentStatus, number>>; overdue: number }

/** What to count: the assignments of organizations, or of a document, or of both. Everything without them. */
export type Counted = { organizations?: string[] | undefined; document?: string | undefined }

/** How the counts change between the day at `place` - 1 and the day at `place`, which begins with 1. */
type Change = { status: AssignmentStatus; place: number; n: number; late: number }

/**
 * Counts assignments at the end of several days, in ascending order, in one pass over their versions: each adds one on
 * the day on which it begins to hold, and takes one away on the day on which it no longer does.
 */
export async function countDays(days: PastDay[], counted: Counted): Promise<DayCount[]> {
  const changes = await showingPresent(() => read<Change>('trend', changesSql(days, counted)))
  const byStatus: DayCount['byStatus'] = {}
  let overdue = 0
  return days.map(({ day }, index) => {
    for (const { status, place, n, late } of changes) {
      if (place !== index + 1) continue
      byStatus[status] = (byStatus[status] ?? 0) + n
      overdue += late
    }
    return { day, byStatus: { ...byStatus }, overdue }
  })
}

/** SQL: how many of the moments are before this one. Moments are exact to the millisecond. */
const before = (moment: string) => raw(`width_bucket(${moment} - interval '1 ms', w.ends)`)

const within = ({ organizations, document }: Counted): Composed => sql`
  ${organizations ? sql`and av.organization_id = any(${organizations}::uuid[])` : empty}
  and av.recommendation_id ${
    document
      ? sql`in (select recommendation_id from recommendation_places where document_id = ${document}::uuid)`
      : raw(`not in (select recommendation_id from recommendation_places where document_id in ${archivedDocuments})`)
  }`

/**
 * SQL: `states` are versions with the places of the days between which they hold: after `f`, and up to `t`. Those of
 * `late` hold after `f` too, but only from the day after their due date. Those of `ended` are of a recommendation that
 * was closed at the same time, whose assignments are never overdue.
 */
const changesSql = (days: PastDay[], counted: Counted): Composed => sql`
  with w as (
    select ${days.map(({ day }) => day)}::date[] as days, ${days.map(({ end }) => end.toISOString())}::timestamptz[] as ends),
  states as (
    select av.recommendation_id, av.status, av.due_on, ${before('av.valid_from')} as f, ${before('av.valid_to')} as t
    from w cross join assignment_versions av
    where av.valid_from <= w.ends[cardinality(w.ends)] and av.valid_to > w.ends[1] ${within(counted)}),
  late as (
    select s.recommendation_id, s.status, greatest(s.f, width_bucket(s.due_on, w.days)) as f, s.t
    from w cross join states s where ${raw(pendingIn('s.status'))} and s.due_on < w.days[cardinality(w.days)]),
  ended as (
    select l.status, greatest(l.f, ${before('v.valid_from')}) as f, least(l.t, ${before('v.valid_to')}) as t
    from w cross join late l join recommendation_versions v on v.id = l.recommendation_id and v.closure is not null)
  select status, place, sum(n)::int as n, sum(late)::int as late
  from (
    select status, f + 1 as place, 1 as n, 0 as late from states where f < t
    union all select status, t + 1, -1, 0 from states where f < t
    union all select status, f + 1, 0, 1 from late where f < t
    union all select status, t + 1, 0, -1 from late where f < t
    union all select status, f + 1, 0, -1 from ended where f < t
    union all select status, t + 1, 0, 1 from ended where f < t) changes
  where place <= ${days.length}
  group by status, place`
