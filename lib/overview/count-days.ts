import 'server-only'
import { pendingIn } from '@/lib/domain/statuses'
import { beforeAll, type EventPlace, lastEventPlace } from '@/lib/history/event-place'
import { read } from '@/lib/platform/db'
import { type PastDay, showingPresent } from '@/lib/platform/shown-day'
import { type Composed, empty, raw, sql } from '@/lib/platform/sql'
import { none } from '@/lib/register/filters'
import type { AssignmentStatus } from '@/prisma/generated/enums'

/** The number of assignments with each status at the end of a day, and how many of them were overdue. */
export type DayCount = { day: string; byStatus: Partial<Record<AssignmentStatus, number>>; overdue: number }

/**
 * What to count: the assignments of organizations, by way of a group, of a document, of recommendations that had a theme
 * at the time, those for which a reporting cycle asks, or all of them.
 */
export type Counted = {
  organizations?: string[] | undefined
  group?: string | undefined
  document?: string | undefined
  theme?: string | undefined
  cycle?: string | undefined
}

/**
 * How the counts change between the day at `place` - 1 and the day at `place`, which begins with 1. Without a status,
 * they do not.
 */
type Change = { status: AssignmentStatus | null; place: number; n: number; late: number }

/**
 * Counts assignments at the end of several days, in ascending order, in one pass over their versions: each adds one on
 * the day on which it begins to hold, and takes one away on the day on which it no longer does. `last` is the last event
 * that the counts include.
 */
export async function countDays(days: PastDay[], counted: Counted): Promise<{ last: EventPlace; points: DayCount[] }> {
  const changes = await showingPresent(() => read<Change & EventPlace>('trend', changesSql(days, counted)))
  const [{ seq, hash } = beforeAll] = changes
  return { last: { seq, hash }, points: addUp(days, changes) }
}

function addUp(days: PastDay[], changes: Change[]): DayCount[] {
  const byStatus: DayCount['byStatus'] = {}
  let overdue = 0
  return days.map(({ day }, index) => {
    for (const { status, place, n, late } of changes) {
      if (place !== index + 1 || status === null) continue
      byStatus[status] = (byStatus[status] ?? 0) + n
      overdue += late
    }
    return { day, byStatus: { ...byStatus }, overdue }
  })
}

/** SQL: how many of the moments are before this one. Moments are exact to the millisecond. */
const before = (moment: string) => raw(`width_bucket(${moment} - interval '1 ms', w.ends)`)

/** SQL: the places between which a version holds. With a theme, only as long as its recommendation has it. */
const placesOf = (theme: string | undefined) =>
  theme === undefined
    ? sql`${before('av.valid_from')} as f, ${before('av.valid_to')} as t`
    : sql`greatest(${before('av.valid_from')}, ${before('rv.valid_from')}) as f, least(${before('av.valid_to')}, ${before('rv.valid_to')}) as t`

/** SQL: the versions `rv` of the recommendation of `av` that have a theme, in any spelling, or none. */
function themed(theme: string | undefined): Composed {
  if (theme === undefined) return empty
  const has =
    theme === none
      ? sql`rv.themes = '{}'`
      : sql`rv.themes <> '{}' and theme_keys(rv.themes) @> array[name_key(${theme})]`
  return sql`join recommendation_versions rv on rv.id = av.recommendation_id and ${has}`
}

/** SQL: the versions of what a reporting cycle asked for, whether it is still there or was removed. */
const askedIn = (cycle: string) => sql`
  and av.id in (
    select assignment_id from cycle_assignments where cycle_id = ${cycle}::uuid
    union all
    select of_id from removed_rows
    where table_name = 'cycle_assignments' and (content ->> 'cycle_id')::uuid = ${cycle}::uuid)`

const within = ({ organizations, group, document, cycle }: Counted): Composed => sql`
  ${organizations ? sql`and av.organization_id = any(${organizations}::uuid[])` : empty}
  ${group ? sql`and av.via_group_id = ${group}::uuid` : empty}
  ${document ? sql`and av.recommendation_id in (select recommendation_id from recommendation_places where document_id = ${document}::uuid)` : empty}
  ${cycle ? askedIn(cycle) : empty}`

/**
 * SQL: `versions` have the places of the days between which they hold: after `f`, and up to `t`. `states` are counted once,
 * and taken away again (`n` is -1) while their document was archived. Those of `late` hold after `f` too, but only from the
 * day after their due date. Those of `ended` are of a recommendation that was closed at the same time, whose assignments
 * are never overdue.
 */
const changesSql = (days: PastDay[], counted: Counted): Composed => sql`
  with w as (
    select ${days.map(({ day }) => day)}::date[] as days, ${days.map(({ end }) => end.toISOString())}::timestamptz[] as ends),
  versions as (
    select av.recommendation_id, av.status, av.due_on, ${placesOf(counted.theme)}
    from w cross join assignment_versions av ${themed(counted.theme)}
    where av.valid_from <= w.ends[cardinality(w.ends)] and av.valid_to > w.ends[1] ${within(counted)}),
  states as (
    select recommendation_id, status, due_on, f, t, 1 as n from versions
    union all
    select v.recommendation_id, v.status, v.due_on, greatest(v.f, ${before('dv.valid_from')}), least(v.t, ${before('dv.valid_to')}), -1
    from w cross join document_versions dv
    join recommendation_places rp on rp.document_id = dv.id
    join versions v on v.recommendation_id = rp.recommendation_id
    where dv.archived_at is not null),
  late as (
    select s.recommendation_id, s.status, greatest(s.f, width_bucket(s.due_on, w.days)) as f, s.t, s.n
    from w cross join states s where ${raw(pendingIn('s.status'))} and s.due_on < w.days[cardinality(w.days)]),
  ended as (
    select l.status, greatest(l.f, ${before('v.valid_from')}) as f, least(l.t, ${before('v.valid_to')}) as t, l.n
    from w cross join late l join recommendation_versions v on v.id = l.recommendation_id and v.closure is not null)
  select last.seq, last.hash, c.status, coalesce(c.place, 0) as place, coalesce(c.n, 0) as n, coalesce(c.late, 0) as late
  from (${raw(lastEventPlace)}) last left join (
  select status, place, sum(n)::int as n, sum(late)::int as late
  from (
    select status, f + 1 as place, n, 0 as late from states where f < t
    union all select status, t + 1, -n, 0 from states where f < t
    union all select status, f + 1, 0, n from late where f < t
    union all select status, t + 1, 0, -n from late where f < t
    union all select status, f + 1, 0, -n from ended where f < t
    union all select status, t + 1, 0, n from ended where f < t) changes
  where place <= ${days.length}
  group by status, place) c on true`
